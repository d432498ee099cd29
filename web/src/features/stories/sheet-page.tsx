// The one-page sheet. The server makes it, so that the page shown, the file and the print are one.
import "./stories.css";
import {Button} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {useRef} from "react";
import {sheetPath, storiesQuery} from "../../api/stories";
import {Empty} from "../../components/empty";
import {LinkButton} from "../../components/link-button";
import {Loaded} from "../../components/loaded";
import {PageHead} from "../../components/page-head";
import {usePackChoice} from "./use-pack-choice";

export default function SheetPage() {
  const {id} = usePackChoice();
  const stories = useQuery(storiesQuery);
  const frame = useRef<HTMLIFrameElement>(null);
  return (
    <>
      <PageHead title="One-page sheet">To read just before the call.</PageHead>
      <Loaded query={stories}>
        {(kept) =>
          kept.length === 0 || id === undefined ? (
            <Empty
              title="Nothing to put on it yet"
              actions={<LinkButton to="/stories">Go to the stories</LinkButton>}
            >
              <p>Keep a story first: the sheet is made of them.</p>
            </Empty>
          ) : (
            <div className="stack">
              <div className="row">
                <Button onClick={() => frame.current?.contentWindow?.print()}>Print</Button>
                <a href={sheetPath(id)} target="_blank" rel="noreferrer">
                  Open it by itself
                </a>
              </div>
              {/* No script runs in it; same-origin lets this page start the print. */}
              <iframe
                ref={frame}
                className="frame"
                title="One-page sheet"
                src={sheetPath(id)}
                sandbox="allow-same-origin allow-modals"
              />
            </div>
          )
        }
      </Loaded>
    </>
  );
}
