import "./stories.css";
import {Button, Textarea} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {useState} from "react";
import {useLocation} from "wouter";
import {
  storyQuery,
  tellingsQuery,
  useAddTelling,
  useEraseStory,
  useReplaceStory,
  type Story,
} from "../../api/stories";
import {Confirm} from "../../components/confirm";
import {LinkButton} from "../../components/link-button";
import {Loaded} from "../../components/loaded";
import {PageHead} from "../../components/page-head";
import {Trouble} from "../../components/trouble";
import {newKey} from "../../lib/idempotency";
import {readStored} from "../../lib/storage";
import {StoryForm} from "./story-form";
import {Tellings} from "./tellings";
import {usePackChoice} from "./use-pack-choice";

const parts = [
  ["Situation", "situation", "Where was it, and who was concerned?"],
  ["Task", "task", "What was yours to do?"],
  ["Action", "action", "What did you do yourself?"],
  ["Result", "result", "What came of it, and how do you know?"],
] as const;

function Parts({story}: {story: Story}) {
  const {principle} = usePackChoice();
  return (
    <dl className="parts">
      {parts.map(([label, name, open]) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd className={story[name] ? undefined : "untold"}>{story[name] || `Not written yet. ${open}`}</dd>
        </div>
      ))}
      <div>
        <dt>Meant for</dt>
        <dd className="untold">
          {story.principles.length > 0 ? story.principles.map(principle).join(" · ") : "No principle yet"}
        </dd>
      </div>
      {story.notes && (
        <div>
          <dt>Notes</dt>
          <dd className="untold">{story.notes}</dd>
        </div>
      )}
    </dl>
  );
}

function TellAgain({story}: {story: Story}) {
  const [text, setText] = useState("");
  const [key, setKey] = useState(newKey);
  const add = useAddTelling();
  return (
    <details>
      <summary>Tell it again, in writing</summary>
      <form
        className="stack story-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() === "") return;
          add.mutate(
            {story: story.id, text, interview: null, key},
            {
              onSuccess: () => {
                setText("");
                setKey(newKey());
              },
              onError: () => setKey(newKey()),
            },
          );
        }}
      >
        <Textarea
          label="As you would say it"
          description="Without looking at the parts above"
          rows={7}
          maxLength={100_000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {add.isError && <Trouble error={add.error} />}
        <Button type="submit" loading={add.isPending} disabled={text.trim() === ""}>
          Keep this telling
        </Button>
      </form>
    </details>
  );
}

function StoryView({story}: {story: Story}) {
  const [, go] = useLocation();
  const [editing, setEditing] = useState(() => readStored(`barometer.story.${story.id}`) !== null);
  const [erasing, setErasing] = useState(false);
  const tellings = useQuery(tellingsQuery(story.id));
  const replace = useReplaceStory(story.id);
  const erase = useEraseStory(story.id);
  return (
    <>
      <PageHead title={story.title} kicker="Story" />
      {editing ? (
        <StoryForm
          draftKey={story.id}
          initial={story}
          action="Keep the changes"
          busy={replace.isPending}
          error={replace.error}
          onCancel={() => setEditing(false)}
          onSave={({title, situation, task, action, result, notes, principles}, done) =>
            replace.mutate(
              {story: {title, situation, task, action, result, notes, principles}},
              {
                onSuccess: () => {
                  done();
                  setEditing(false);
                },
              },
            )
          }
        />
      ) : (
        <>
          <Parts story={story} />
          <div className="row section no-print">
            <Button variant="default" onClick={() => setEditing(true)}>
              Change it
            </Button>
            <LinkButton
              to={`/practise?principles=${story.principles.slice(0, 3).join(",")}`}
              variant="default"
            >
              Practise telling it
            </LinkButton>
            <Button variant="subtle" onClick={() => setErasing(true)}>
              Erase it
            </Button>
          </div>
        </>
      )}
      <section className="section" aria-labelledby="tellings">
        <h2 id="tellings">Tellings</h2>
        <Loaded query={tellings}>
          {(told) => (
            <div className="stack">
              {told.length === 0 ? (
                <p className="soft measure">
                  Not told yet. Told twice, you see side by side what stayed, which figures came and which
                  went.
                </p>
              ) : (
                <Tellings key={told.length} tellings={told} />
              )}
              <TellAgain story={story} />
            </div>
          )}
        </Loaded>
      </section>
      <Confirm
        opened={erasing}
        title="Erase this story?"
        action="Erase it"
        danger
        busy={erase.isPending}
        error={erase.error}
        onClose={() => setErasing(false)}
        onConfirm={() => erase.mutate(undefined, {onSuccess: () => go("/stories")})}
      >
        <p>The story and its tellings go for good. The interviews that it was told in stay.</p>
      </Confirm>
    </>
  );
}

export default function StoryPage({id}: {id: string}) {
  const story = useQuery(storyQuery(id));
  return <Loaded query={story}>{(loaded) => <StoryView story={loaded} />}</Loaded>;
}
