// Writes a story down: title, the four parts, notes, and the principles it is meant for. Kept in this browser as it is typed.
import {Button, Checkbox, Textarea, TextInput} from "@mantine/core";
import {useState} from "react";
import type {StoryInput} from "../../api/stories";
import {Trouble} from "../../components/trouble";
import {readStored, writeStored} from "../../lib/storage";
import {usePackChoice} from "./use-pack-choice";

type Fields = Required<StoryInput>;

const parts = [
  {name: "situation", label: "Situation", description: "Where and when, who was concerned, what was wrong"},
  {name: "task", label: "Task", description: "What was yours to do, and what was not"},
  {name: "action", label: "Action", description: "What you did yourself, step by step"},
  {name: "result", label: "Result", description: "What came of it, how you know, and what happened after"},
  {name: "notes", label: "Notes", description: "For you alone: figures to have ready, what not to forget"},
] as const;

export const emptyStory: Fields = {
  title: "",
  situation: "",
  task: "",
  action: "",
  result: "",
  notes: "",
  principles: [],
};

function draftOf(key: string): Fields | null {
  const stored = readStored(key);
  if (stored === null) return null;
  try {
    return {...emptyStory, ...(JSON.parse(stored) as Partial<Fields>)};
  } catch {
    return null;
  }
}

interface Props {
  draftKey: string;
  initial: Fields;
  action: string;
  busy: boolean;
  error: unknown;
  onSave: (story: Fields, done: () => void) => void;
  onCancel?: () => void;
}

export function StoryForm({draftKey, initial, action, busy, error, onSave, onCancel}: Props) {
  const key = `barometer.story.${draftKey}`;
  const [story, setStory] = useState<Fields>(() => draftOf(key) ?? initial);
  const [untitled, setUntitled] = useState(false);
  const {pack} = usePackChoice();

  function change(next: Partial<Fields>) {
    const whole = {...story, ...next};
    setStory(whole);
    setUntitled(false);
    writeStored(key, JSON.stringify(whole));
  }
  const forget = () => writeStored(key, null);

  return (
    <form
      className="story-form stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (story.title.trim() === "") setUntitled(true);
        else onSave(story, forget);
      }}
    >
      <TextInput
        label="Title"
        description="A few words by which you will know it again"
        maxLength={200}
        value={story.title}
        error={untitled && "Give it a title first."}
        onChange={(event) => change({title: event.currentTarget.value})}
      />
      {parts.map(({name, label, description}) => (
        <Textarea
          key={name}
          label={label}
          description={description}
          maxLength={20_000}
          rows={name === "action" ? 6 : 3}
          value={story[name]}
          onChange={(event) => change({[name]: event.currentTarget.value})}
        />
      ))}
      {pack && (
        <Checkbox.Group
          label="Meant for"
          description="More than three is too much for one story."
          value={story.principles}
          onChange={(principles) => change({principles})}
        >
          <div className="for">
            {pack.principles.map(({id, name}) => (
              <Checkbox key={id} value={id} label={name} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      {error ? <Trouble error={error} /> : null}
      <div className="row">
        <Button type="submit" loading={busy}>
          {action}
        </Button>
        {onCancel && (
          <Button
            variant="default"
            onClick={() => {
              forget();
              onCancel();
            }}
          >
            Discard the changes
          </Button>
        )}
      </div>
    </form>
  );
}
