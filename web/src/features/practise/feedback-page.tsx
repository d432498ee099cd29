// Feedback, after the interview only: the candidate's own words, what they spoke for, and what was missing.
import "./practise.css";
import {useQuery} from "@tanstack/react-query";
import {feedbackQuery, interviewQuery, type Interview} from "../../api/interviews";
import {packName, usePackNames} from "../../api/packs";
import {LinkButton} from "../../components/link-button";
import {Loaded} from "../../components/loaded";
import {PageHead} from "../../components/page-head";
import {sayMoment} from "../../lib/dates";
import {asFeedback, type Feedback} from "./feedback-model";
import {TopicFeedback} from "./feedback-topic";
import {Turns} from "./turns";

function Topics({feedback, interview}: {feedback: Feedback; interview: Interview}) {
  const {pack} = usePackNames(packName(interview.pack));
  return (
    <>
      {feedback.work_on && (
        <section className="work-on" aria-labelledby="work-on">
          <h2 id="work-on">One thing to work on</h2>
          <p>{feedback.work_on}</p>
        </section>
      )}
      {feedback.topics.length === 0 && <p>No question was answered, so there is nothing to say.</p>}
      <div className="section">
        {feedback.topics.map((topic) => (
          <TopicFeedback
            key={topic.topic}
            topic={topic}
            turns={interview.turns}
            interview={interview.id}
            principle={pack?.principles.find(({id}) => id === topic.principle)}
          />
        ))}
      </div>
    </>
  );
}

function Ended({interview}: {interview: Interview}) {
  const feedback = useQuery(feedbackQuery(interview.id));
  return (
    <>
      <PageHead title="Feedback" kicker={`Interview of ${sayMoment(interview.created_ms)}`}>
        From your own words and nothing else. It shows what they spoke for and what was missing; it is no
        decision.
      </PageHead>
      <div className="beside">
        <div>
          <Loaded query={feedback}>
            {(found) => {
              const known = asFeedback(found);
              if (known) return <Topics feedback={known} interview={interview} />;
              return (
                <div className="notice trouble" role="alert">
                  <p className="what">This feedback has a form that the page does not know.</p>
                  <p>Reload the page; Barometer may have been brought up to date.</p>
                </div>
              );
            }}
          </Loaded>
          <div className="row section">
            <LinkButton to="/practise">Set up another interview</LinkButton>
          </div>
        </div>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by itself on wide screens */}
        <section className="said-beside" aria-labelledby="said" tabIndex={0}>
          <h2 id="said">What was said</h2>
          <p className="soft small">Under each question stands why it was asked.</p>
          <Turns turns={interview.turns} />
        </section>
      </div>
    </>
  );
}

function Running({interview}: {interview: Interview}) {
  return (
    <>
      <PageHead title="Not yet">Feedback comes when the interview is over.</PageHead>
      <LinkButton to={`/practise/${interview.id}`}>Go on with the interview</LinkButton>
    </>
  );
}

export default function FeedbackPage({id}: {id: string}) {
  const interview = useQuery(interviewQuery(id));
  return (
    <Loaded query={interview}>
      {(loaded) =>
        loaded.status === "ended" ? <Ended interview={loaded} /> : <Running interview={loaded} />
      }
    </Loaded>
  );
}
