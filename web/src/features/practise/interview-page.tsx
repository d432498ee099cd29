// The interview: one question at a time, nothing else to look at.
import "./practise.css";
import {useQuery} from "@tanstack/react-query";
import {useState} from "react";
import {useLocation} from "wouter";
import {interviewQuery, useEndInterview, type Interview, type InterviewTurn} from "../../api/interviews";
import {Confirm} from "../../components/confirm";
import {LinkButton} from "../../components/link-button";
import {Loaded} from "../../components/loaded";
import {PageHead} from "../../components/page-head";
import {newKey} from "../../lib/idempotency";
import {Composer} from "./composer";
import {courseOf} from "./course";
import {LevelDots} from "./level-dots";
import {Turns} from "./turns";

const asides = new Set(["wait", "transition", "boundary", "support", "language", "redirect"]);

function Utterance({turn}: {turn: InterviewTurn}) {
  return (
    <p className={asides.has(turn.kind) ? "utterance aside" : "utterance"}>
      {turn.kind === "hint" && <span className="hint-mark">Hint</span>}
      {turn.text}
    </p>
  );
}

function Running({interview}: {interview: Interview}) {
  const [, go] = useLocation();
  const [ending, setEnding] = useState(false);
  const [endKey] = useState(newKey);
  const end = useEndInterview(interview.id);
  const {question, questions, level, open, now, earlier} = courseOf(interview.turns);
  const underTopic =
    question !== null && question !== open?.text && !now.some(({kind}) => kind === "question");
  return (
    <div className="interview">
      <div className="interview-top">
        <h1>Interview, question {Math.max(questions, 1)}</h1>
        <LevelDots level={level} />
      </div>
      <div className="asked">
        {underTopic && <p className="topic">{question}</p>}
        {open && <Utterance turn={open} />}
        <div aria-live="polite" aria-atomic="true">
          {now.map((turn) => (
            <Utterance key={turn.number} turn={turn} />
          ))}
        </div>
      </div>
      <Composer interview={interview} onEnd={() => setEnding(true)} />
      {earlier.length > 0 && (
        <details className="so-far">
          <summary>What was said so far</summary>
          <Turns turns={earlier} />
        </details>
      )}
      <Confirm
        opened={ending}
        title="End the interview?"
        action="End it"
        busy={end.isPending}
        error={end.error}
        onClose={() => setEnding(false)}
        onConfirm={() =>
          end.mutate({key: endKey}, {onSuccess: () => go(`/practise/${interview.id}/feedback`)})
        }
      >
        <p>
          Feedback comes next, on what was said so far. To go on later instead, just leave the page: nothing
          is lost.
        </p>
      </Confirm>
    </div>
  );
}

function Ended({interview}: {interview: Interview}) {
  const {now, earlier} = courseOf(interview.turns);
  return (
    <div className="interview">
      <PageHead title="The interview is over" />
      <div className="asked" aria-live="polite">
        {now.map((turn) => (
          <Utterance key={turn.number} turn={turn} />
        ))}
      </div>
      <LinkButton to={`/practise/${interview.id}/feedback`} size="lg">
        See the feedback
      </LinkButton>
      <details className="so-far">
        <summary>What was said</summary>
        <Turns turns={earlier} />
      </details>
    </div>
  );
}

export default function InterviewPage({id}: {id: string}) {
  const interview = useQuery(interviewQuery(id));
  return (
    <Loaded query={interview}>
      {(loaded) =>
        loaded.status === "ended" ? <Ended interview={loaded} /> : <Running interview={loaded} />
      }
    </Loaded>
  );
}
