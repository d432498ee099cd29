// Practice spaced backwards from the interview.
import "./plan.css";
import {Button, TextInput} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {useState} from "react";
import {Link} from "wouter";
import {usePackNames} from "../../api/packs";
import {planQuery, useSetPlan, type Plan} from "../../api/progress";
import {Loaded} from "../../components/loaded";
import {Nudge} from "../../components/nudge";
import {PageHead} from "../../components/page-head";
import {Trouble} from "../../components/trouble";
import {sayDate, sayDistance, toDay} from "../../lib/dates";

function DateForm({plan}: {plan: Plan}) {
  const today = toDay(new Date());
  const [date, setDate] = useState(plan.interview_date ?? "");
  const set = useSetPlan();
  const save = (value: string | null) => set.mutate({date: value, pack: plan.pack.id});
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save(date || null);
      }}
    >
      <div className="date-row">
        <TextInput
          type="date"
          label="Day of the interview"
          min={today}
          value={date}
          onChange={(event) => setDate(event.currentTarget.value)}
        />
        <Button type="submit" loading={set.isPending} disabled={date === (plan.interview_date ?? "")}>
          {plan.interview_date === null ? "Make the plan" : "Change the plan"}
        </Button>
        {plan.interview_date !== null && (
          <button
            type="button"
            className="text-link"
            onClick={() => {
              setDate("");
              save(null);
            }}
          >
            Take the date back
          </button>
        )}
      </div>
      {set.isError && <Trouble error={set.error} />}
    </form>
  );
}

function Sessions({plan}: {plan: Plan}) {
  const {principle} = usePackNames(plan.pack.id);
  const today = toDay(new Date());
  const next = plan.sessions.find(({done, date}) => !done && date >= today);
  return (
    <ol className="plan">
      {plan.sessions.map((session) => (
        <li key={session.date} className={session === next ? "next" : undefined}>
          <p className="day">
            <time dateTime={session.date}>{sayDate(session.date)}</time>
            <span className="soft small">{sayDistance(today, session.date)}</span>
          </p>
          <p className="about">
            {session.principles.length === 0
              ? "Whatever is weakest by then"
              : session.principles.map(principle).join(" · ")}
          </p>
          <p className="state">
            {session.done ? (
              "Done"
            ) : session.date < today ? (
              <span className="soft">Passed</span>
            ) : (
              <Link
                href={
                  session.principles.length === 0
                    ? "/practise"
                    : `/practise?principles=${session.principles.join(",")}`
                }
                aria-label={`Practise for ${sayDate(session.date)}`}
              >
                Practise
              </Link>
            )}
          </p>
        </li>
      ))}
      {plan.interview_date && (
        <li className="goal">
          <p className="day">
            <time dateTime={plan.interview_date}>{sayDate(plan.interview_date)}</time>
            <span className="soft small">{sayDistance(today, plan.interview_date)}</span>
          </p>
          <p className="about">
            <strong>The interview.</strong> <Link href="/stories/sheet">Read the one-page sheet</Link> just
            before.
          </p>
        </li>
      )}
    </ol>
  );
}

export default function PlanPage() {
  const plan = useQuery(planQuery);
  return (
    <>
      <PageHead title="Plan">
        Several short sessions on different days stay longer than one long evening.
      </PageHead>
      <Loaded query={plan}>
        {(loaded) => (
          <div className="stack">
            <Nudge />
            <DateForm key={loaded.interview_date} plan={loaded} />
            {loaded.interview_date === null ? (
              <p className="soft measure">
                No date yet. Say when the interview is, and the sessions are spaced backwards from it. Without
                a date you can <Link href="/practise">practise</Link> just as well.
              </p>
            ) : (
              <section className="section" aria-labelledby="sessions">
                <h2 id="sessions">Sessions</h2>
                <Sessions plan={loaded} />
              </section>
            )}
          </div>
        )}
      </Loaded>
    </>
  );
}
