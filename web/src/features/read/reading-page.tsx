// One reading: roles asked where the file does not tell them, progress as it goes, then the report.
import "./read.css";
import {Progress} from "@mantine/core";
import {useQuery, useQueryClient} from "@tanstack/react-query";
import {useEffect, useState} from "react";
import {Link} from "wouter";
import {eventsPath, readingQuery, reportPath, type Reading} from "../../api/readings";
import {Loaded} from "../../components/loaded";
import {PageHead} from "../../components/page-head";
import {Trouble} from "../../components/trouble";
import {noAnswer} from "../../api/problem";
import {watchEvents} from "../../lib/event-stream";
import {amount} from "../../lib/words";
import {RolesForm} from "./roles-form";

// Takes the events of a reading that is under way into the cache; true when the line was lost.
function useWatched(reading: Reading | undefined): boolean {
  const queries = useQueryClient();
  const [lost, setLost] = useState(false);
  const id = reading?.id;
  const underWay = reading?.status === "queued" || reading?.status === "reading";
  useEffect(() => {
    if (id === undefined || !underWay) return undefined;
    setLost(false);
    const stream = watchEvents<Reading>(
      eventsPath(id),
      "reading",
      (news) => queries.setQueryData(readingQuery(id).queryKey, news),
      () => setLost(true),
    );
    return stream.close;
  }, [id, underWay, queries]);
  return lost;
}

function Warnings({reading}: {reading: Reading}) {
  if (reading.warnings.length === 0) return null;
  return (
    <details>
      <summary className="soft">{amount(reading.warnings.length, "remark")} on the file</summary>
      <ul className="stack tight">
        {reading.warnings.map(({code, message}, index) => (
          <li key={`${code}-${index}`}>{message}</li>
        ))}
      </ul>
    </details>
  );
}

function State({reading, lost, onRetry}: {reading: Reading; lost: boolean; onRetry: () => void}) {
  switch (reading.status) {
    case "waiting_for_roles":
      return <RolesForm reading={reading} />;
    case "queued":
    case "reading": {
      const percent = Math.round(reading.progress * 100);
      return (
        <div className="reading-progress stack">
          <p role="status">
            {reading.status === "queued" ? "Waits its turn." : `Reading: ${percent} of 100.`}
          </p>
          <Progress value={percent} aria-label="How far the reading is" />
          <p className="soft small">You may leave this page; it goes on.</p>
          {lost && <Trouble error={noAnswer()} onRetry={onRetry} />}
        </div>
      );
    }
    case "failed":
      return (
        <div className="notice trouble" role="alert">
          <p className="what">{reading.name} could not be read.</p>
          <p>{reading.problem}</p>
          <p>
            <Link href="/read">Choose another file</Link>
          </p>
        </div>
      );
    case "done":
      // The very file of the export. Its script runs without any right on this page.
      return (
        <iframe
          className="frame"
          title={`Report on ${reading.name}`}
          src={reportPath(reading.id)}
          sandbox="allow-scripts allow-modals allow-popups"
        />
      );
  }
}

function ReportLinks({reading}: {reading: Reading}) {
  return (
    <div className="row">
      <Link href="/read">Read another</Link>
      <a href={reportPath(reading.id)} target="_blank" rel="noreferrer">
        Open it by itself
      </a>
      <a href={reportPath(reading.id)} download={`${reading.name.replace(/\.[^.]*$/, "")}-report.html`}>
        Save it as a file
      </a>
    </div>
  );
}

export default function ReadingPage({id}: {id: string}) {
  const reading = useQuery(readingQuery(id));
  const lost = useWatched(reading.data);
  return (
    <Loaded query={reading}>
      {(loaded) => (
        <>
          {loaded.status === "done" ? (
            <PageHead title={`Report on ${loaded.name}`} slim>
              <ReportLinks reading={loaded} />
            </PageHead>
          ) : (
            <PageHead title={loaded.name} kicker="Transcript" />
          )}
          <div className="stack">
            <State reading={loaded} lost={lost} onRetry={() => void reading.refetch()} />
            <Warnings reading={loaded} />
          </div>
        </>
      )}
    </Loaded>
  );
}
