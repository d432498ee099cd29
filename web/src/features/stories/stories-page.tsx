import "./stories.css";
import {Button} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {Link} from "wouter";
import {matrixQuery, useImportStories} from "../../api/stories";
import {Empty} from "../../components/empty";
import {LinkButton} from "../../components/link-button";
import {Loaded} from "../../components/loaded";
import {PageHead} from "../../components/page-head";
import {Trouble} from "../../components/trouble";
import {newKey} from "../../lib/idempotency";
import {example} from "./example";
import {ImportExport} from "./import-export";
import {Matrix} from "./matrix";
import {usePackChoice} from "./use-pack-choice";

function NoStories() {
  const load = useImportStories();
  return (
    <div className="stack">
      <Empty
        title="No story yet"
        actions={
          <>
            <LinkButton to="/stories/new">Write a story</LinkButton>
            <Button
              variant="default"
              loading={load.isPending}
              onClick={() => load.mutate({bank: example, key: newKey()})}
            >
              Load two examples
            </Button>
          </>
        }
      >
        <p>
          Write one down, or save an answer as a story after a practice interview. Five or six stories that
          cover different principles go a long way.
        </p>
      </Empty>
      {load.isError && <Trouble error={load.error} />}
      <ImportExport some={false} />
    </div>
  );
}

export default function StoriesPage() {
  const {id, principle} = usePackChoice();
  const matrix = useQuery({...matrixQuery(id ?? ""), enabled: id !== undefined});
  return (
    <>
      <PageHead title="Stories">What you have to tell, held against each principle.</PageHead>
      <Loaded query={matrix}>
        {(loaded) =>
          loaded.stories.length === 0 ? (
            <NoStories />
          ) : (
            <>
              <div className="row story-tools">
                <LinkButton to="/stories/new" size="sm">
                  Write a story
                </LinkButton>
                <Link href="/stories/sheet">One-page sheet for just before the call</Link>
              </div>
              <Matrix matrix={loaded} name={principle} />
              <section className="section">
                <h2>Take along, bring in</h2>
                <ImportExport some />
              </section>
            </>
          )
        }
      </Loaded>
    </>
  );
}
