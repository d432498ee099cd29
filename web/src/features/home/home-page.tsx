import "./home.css";
import {useQuery} from "@tanstack/react-query";
import {Link} from "wouter";
import {interviewsQuery} from "../../api/interviews";
import {dataQuery} from "../../api/settings";
import {Nudge} from "../../components/nudge";
import {PageHead} from "../../components/page-head";
import {sayMoment} from "../../lib/dates";

export default function HomePage() {
  const {data: interviews} = useQuery(interviewsQuery);
  const {data: kept} = useQuery(dataQuery);
  const running = interviews?.find(({status}) => status === "running");
  const leaving = kept?.leaves_the_machine ?? [];
  return (
    <>
      <PageHead title="What would you like to do?" />
      <div className="home-next stack">
        {running && (
          <aside className="notice" aria-label="Open interview">
            <p>
              An interview of {sayMoment(running.created_ms)} is not finished.{" "}
              <Link href={`/practise/${running.id}`}>Go on with it</Link>
            </p>
          </aside>
        )}
        <Nudge />
      </div>
      <div className="doors">
        <section className="door open" aria-labelledby="door-practise">
          <h2 id="door-practise">
            <Link href="/practise">Practise</Link>
          </h2>
          <p>
            An interviewer that listens and asks after what is missing. Feedback comes afterwards, in your own
            words.
          </p>
          <p className="for-whom">For whoever has an interview ahead.</p>
          <p className="go" aria-hidden="true">
            Set up an interview →
          </p>
        </section>
        <section className="door open" aria-labelledby="door-read">
          <h2 id="door-read">
            <Link href="/read">Read</Link>
          </h2>
          <p>
            A transcript in; a report out: the candidate’s words for and against each principle, and what was
            not asked.
          </p>
          <p className="for-whom">For whoever has a transcript.</p>
          <p className="go" aria-hidden="true">
            Choose a file →
          </p>
        </section>
        <section className="door shut" aria-labelledby="door-loop">
          <h2 id="door-loop">Run a loop</h2>
          <p>Plan, kits, independent feedback and the debrief, for a panel that interviews one candidate.</p>
          <p className="for-whom">For hiring teams.</p>
          <p className="go soft">Coming</p>
        </section>
      </div>
      {kept && (
        <p className="promise">
          {leaving.length === 0
            ? "Nothing leaves this machine. What you write and what you load is kept in your own data folder."
            : leaving.join(" ")}{" "}
          <Link href="/settings">See where it is kept</Link>
        </p>
      )}
    </>
  );
}
