import "./stories.css";
import {useState} from "react";
import {useLocation} from "wouter";
import {useCreateStory} from "../../api/stories";
import {PageHead} from "../../components/page-head";
import {newKey} from "../../lib/idempotency";
import {emptyStory, StoryForm} from "./story-form";

export default function NewStoryPage() {
  const [, go] = useLocation();
  const create = useCreateStory();
  const [key, setKey] = useState(newKey);
  return (
    <>
      <PageHead title="A new story">
        Something that happened. Plain words and figures; it need not be complete yet.
      </PageHead>
      <StoryForm
        draftKey="new"
        initial={emptyStory}
        action="Keep the story"
        busy={create.isPending}
        error={create.error}
        onSave={(story, done) =>
          create.mutate(
            {story, key},
            {
              onSuccess: ({id}) => {
                done();
                go(`/stories/${id}`);
              },
              // A changed story is another wish.
              onError: () => setKey(newKey()),
            },
          )
        }
      />
    </>
  );
}
