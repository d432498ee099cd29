import {useQuery} from "@tanstack/react-query";
import {useState} from "react";
import {Link} from "wouter";
import {interviewsQuery, useEraseInterview, type InterviewEntry} from "../../api/interviews";
import {usePackNames} from "../../api/packs";
import {Confirm} from "../../components/confirm";
import {Empty} from "../../components/empty";
import {LinkButton} from "../../components/link-button";
import {Loaded} from "../../components/loaded";
import {PageHead} from "../../components/page-head";
import {sayMoment} from "../../lib/dates";
import {amount} from "../../lib/words";

function Entry({entry, onErase}: {entry: InterviewEntry; onErase: () => void}) {
  const {principle} = usePackNames(`${entry.pack.id}@${entry.pack.version}`);
  const about = entry.principles.length === 0 ? "Surprise" : entry.principles.map(principle).join(", ");
  const running = entry.status === "running";
  const when = sayMoment(entry.created_ms);
  return (
    <li>
      <div className="main">
        <Link href={running ? `/practise/${entry.id}` : `/practise/${entry.id}/feedback`}>{about}</Link>
        <p className="soft small">
          {when} · {amount(entry.turns, "turn")}
          {running && " · not finished"}
        </p>
      </div>
      <div className="row">
        <Link
          href={running ? `/practise/${entry.id}` : `/practise/${entry.id}/feedback`}
          aria-label={`${running ? "Go on with" : "Feedback on"} the interview of ${when}`}
        >
          {running ? "Go on" : "Feedback"}
        </Link>
        <button
          type="button"
          className="text-link"
          onClick={onErase}
          aria-label={`Erase the interview of ${when}`}
        >
          Erase
        </button>
      </div>
    </li>
  );
}

export default function HistoryPage() {
  const interviews = useQuery(interviewsQuery);
  const erase = useEraseInterview();
  const [erasing, setErasing] = useState<InterviewEntry | null>(null);
  return (
    <>
      <PageHead title="History">Your practice interviews, newest first.</PageHead>
      <Loaded query={interviews}>
        {(entries) =>
          entries.length === 0 ? (
            <Empty
              title="No interview yet"
              actions={<LinkButton to="/practise">Set up an interview</LinkButton>}
            >
              <p>A short one is a single question with its follow-ups and takes about ten minutes.</p>
            </Empty>
          ) : (
            <ol className="plain-list">
              {entries.map((entry) => (
                <Entry key={entry.id} entry={entry} onErase={() => setErasing(entry)} />
              ))}
            </ol>
          )
        }
      </Loaded>
      <Confirm
        opened={erasing !== null}
        title="Erase this interview?"
        action="Erase it"
        danger
        busy={erase.isPending}
        error={erase.error}
        onClose={() => setErasing(null)}
        onConfirm={() => erasing && erase.mutate(erasing.id, {onSuccess: () => setErasing(null)})}
      >
        <p>The questions, your answers and the feedback go for good. Stories that you saved from it stay.</p>
      </Confirm>
    </>
  );
}
