// What one question brought: quotes for and against, what was missing, the balance, and the answer put in order.
import type {Schemas} from "../../api/client";
import type {InterviewTurn} from "../../api/interviews";
import {Verdict} from "../../components/verdict";
import {amount, capital, plainId, times} from "../../lib/words";
import {
  gapWords,
  isVerbatim,
  modeWords,
  storyParts,
  turnsOf,
  type FeedbackQuote,
  type FeedbackTopic,
  type GapOutcome,
} from "./feedback-model";
import {SaveStory} from "./save-story";

function Quotes({
  side,
  quotes,
  indicator,
}: {
  side: "for" | "against";
  quotes: FeedbackQuote[];
  indicator: (id: string) => string;
}) {
  if (quotes.length === 0) return null;
  return (
    <div className={`side ${side}`}>
      <h3>{side === "for" ? "For" : "Against"}</h3>
      <ul>
        {quotes.map((quote, index) => (
          <li key={index} className={side === "for" ? "quote" : "quote against"}>
            <blockquote>“{quote.quote}”</blockquote>
            <p className="indicator">{indicator(quote.indicator)}</p>
            <p className="source">
              {modeWords(quote)} · <a href={`#turn-${quote.entry}`}>in your answer</a>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Outcome({outcome, turns}: {outcome: GapOutcome; turns: InterviewTurn[]}) {
  const probe = turns.find(({number}) => number === outcome.asked);
  return (
    <li>
      <p>
        {gapWords(outcome.gap)}
        {outcome.standing === "not-asked" && (
          <span className="soft"> – was not asked after, so it is no fault of the answer</span>
        )}
      </p>
      {probe && (
        <p className="asked-by">
          Asked with <a href={`#turn-${probe.number}`}>“{probe.text}”</a>
        </p>
      )}
    </li>
  );
}

// Grouped by how each came out; what was told unasked needs no more than its name.
function Gaps({gaps, turns}: {gaps: GapOutcome[]; turns: InterviewTurn[]}) {
  const open = gaps.filter(({standing}) => standing === "missing" || standing === "not-asked");
  const asked = gaps.filter(({standing}) => standing === "on-asking");
  const told = gaps.filter(({standing}) => standing === "told");
  return (
    <>
      {open.length > 0 && (
        <div className="side">
          <h3>What was missing</h3>
          <ul className="missing-list">
            {open.map((outcome) => (
              <Outcome key={outcome.gap} outcome={outcome} turns={turns} />
            ))}
          </ul>
        </div>
      )}
      {asked.length > 0 && (
        <div className="side">
          <h3>Told when asked</h3>
          <ul className="missing-list">
            {asked.map((outcome) => (
              <Outcome key={outcome.gap} outcome={outcome} turns={turns} />
            ))}
          </ul>
        </div>
      )}
      {told.length > 0 && (
        <p className="side soft">
          Told unasked: {told.map(({gap}) => gapWords(gap).toLowerCase()).join(" · ")}
        </p>
      )}
    </>
  );
}

function Balance({topic}: {topic: FeedbackTopic}) {
  const most = Math.max(1, ...storyParts.map((part) => topic.story_words[part]));
  return (
    <div className="side">
      <h3>Balance</h3>
      <div className="shares">
        {storyParts.map((part) => (
          <div className="share" key={part}>
            <span>{capital(part)}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
              <rect className="track" width="100" height="10" />
              <rect className="bar" width={(topic.story_words[part] * 100) / most} height="10" />
            </svg>
            <span className="value">{amount(topic.story_words[part], "word")}</span>
          </div>
        ))}
      </div>
      <p className="soft small">
        {amount(topic.words, "word")} in all. You said “I” {times(topic.said_i)} and “we”{" "}
        {times(topic.said_we)}. {amount(topic.follow_ups, "follow-up")}
        {topic.hints > 0 && `, ${amount(topic.hints, "hint")}`}.
      </p>
    </div>
  );
}

function Rebuilt({topic}: {topic: FeedbackTopic}) {
  return (
    <div className="side">
      <h3>Your answer, put in order</h3>
      <p className="soft small">
        Your own sentences, nothing added. Where facts are missing, there is a question.
      </p>
      <dl className="rebuilt">
        {storyParts.map((part) => {
          const pieces = topic.rebuilt.filter((piece) => piece.part === part);
          if (pieces.length === 0) return null;
          return (
            <div key={part}>
              <dt>{capital(part)}</dt>
              <dd>
                {pieces.map((piece, index) =>
                  "sentence" in piece ? (
                    <p key={index}>{piece.sentence}</p>
                  ) : (
                    <p key={index} className="open-question">
                      {piece.question}
                    </p>
                  ),
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}

interface Props {
  topic: FeedbackTopic;
  turns: InterviewTurn[];
  interview: string;
  principle: Schemas["Principle"] | undefined;
}

export function TopicFeedback({topic, turns, interview, principle}: Props) {
  const name = principle?.name ?? plainId(topic.principle);
  const indicator = (id: string) => principle?.indicators.find((one) => one.id === id)?.text ?? plainId(id);
  const quotes = topic.evidence.filter((quote) => isVerbatim(quote, turns));
  const side = (polarity: FeedbackQuote["polarity"]) => quotes.filter((quote) => quote.polarity === polarity);
  const dropped = topic.evidence.length - quotes.length;
  const anchor = topic.rating === null ? undefined : principle?.anchors[topic.rating - 1];
  return (
    <section className="topic-block" aria-label={name}>
      <div className="topic-head">
        <h2>{name}</h2>
        <Verdict verdict={topic.verdict} />
      </div>
      <p className="topic-question">{topic.question}</p>
      {anchor && (
        <p className="side measure">
          {anchor} <span className="soft small">That is what {topic.rating} of 5 means in this pack.</span>
        </p>
      )}
      {quotes.length === 0 && <p className="side soft">No words of yours spoke for it or against it.</p>}
      <Quotes side="for" quotes={side("supports")} indicator={indicator} />
      <Quotes side="against" quotes={side("contradicts")} indicator={indicator} />
      {dropped > 0 && (
        <p className="side soft small">
          {amount(dropped, "quote")} left out: not word for word in what you said.
        </p>
      )}
      <Gaps gaps={topic.gaps} turns={turns} />
      {topic.words > 0 && <Balance topic={topic} />}
      {topic.rebuilt.length > 0 && (
        <>
          <Rebuilt topic={topic} />
          <SaveStory topic={topic} turns={turnsOf(topic, turns)} interview={interview} />
        </>
      )}
    </section>
  );
}
