// Keeps an answer as a story: its parts are the sentences put in order, its first telling is what was said.
import {Button, TextInput} from "@mantine/core";
import {useState} from "react";
import {Link} from "wouter";
import type {InterviewTurn} from "../../api/interviews";
import {useAddTelling, useCreateStory, type StoryInput} from "../../api/stories";
import {Trouble} from "../../components/trouble";
import {newKey} from "../../lib/idempotency";
import type {FeedbackTopic, StoryPart} from "./feedback-model";

function storyOf(topic: FeedbackTopic, title: string): StoryInput {
  const part = (name: StoryPart) =>
    topic.rebuilt
      .flatMap((piece) => (piece.part === name && "sentence" in piece ? [piece.sentence] : []))
      .join(" ");
  const open = topic.rebuilt.flatMap((piece) => ("question" in piece ? [piece.question] : []));
  return {
    title,
    situation: part("situation"),
    task: part("task"),
    action: part("action"),
    result: part("result"),
    notes: open.length > 0 ? `Still open: ${open.join(" ")}` : "",
    principles: [topic.principle],
  };
}

// What the candidate said under the topic.
function toldIn(turns: InterviewTurn[]): string {
  const said = turns.filter(({speaker}) => speaker === "candidate").map(({text}) => text.trim());
  return said.filter((text) => text !== "").join("\n\n");
}

export function SaveStory({
  topic,
  turns,
  interview,
}: {
  topic: FeedbackTopic;
  turns: InterviewTurn[];
  interview: string;
}) {
  const [opened, setOpened] = useState(false);
  const [title, setTitle] = useState("");
  const [untitled, setUntitled] = useState(false);
  const [keys] = useState(() => ({story: newKey(), telling: newKey()}));
  const [kept, setKept] = useState<string | null>(null);
  const create = useCreateStory();
  const tell = useAddTelling();

  async function save() {
    if (title.trim() === "") {
      setUntitled(true);
      return;
    }
    try {
      const {id} = await create.mutateAsync({story: storyOf(topic, title.trim()), key: keys.story});
      await tell.mutateAsync({story: id, text: toldIn(turns), interview, key: keys.telling});
      setKept(id);
    } catch {
      // Shown below.
    }
  }

  if (kept !== null) {
    return (
      <p className="side" role="status">
        Kept. <Link href={`/stories/${kept}`}>See the story</Link>
      </p>
    );
  }
  if (!opened) {
    return (
      <Button className="side" variant="default" onClick={() => setOpened(true)}>
        Save as a story
      </Button>
    );
  }
  return (
    <form
      className="side stack measure"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextInput
        label="Title of the story"
        description="A few words by which you will know it again"
        maxLength={200}
        value={title}
        error={untitled && "Give it a title first."}
        data-autofocus
        onChange={(event) => {
          setTitle(event.currentTarget.value);
          setUntitled(false);
        }}
      />
      {(create.error ?? tell.error) ? <Trouble error={create.error ?? tell.error} /> : null}
      <div className="row">
        <Button type="submit" loading={create.isPending || tell.isPending}>
          Keep the story
        </Button>
        <Button variant="subtle" onClick={() => setOpened(false)}>
          Leave it
        </Button>
      </div>
    </form>
  );
}
