import {deepest} from "./course";

// Five quiet dots: how many follow-ups deep the topic is.
export function LevelDots({level}: {level: number}) {
  return (
    <p className="levels">
      <span>{level === 0 ? "The question itself" : `Follow-up ${level} of at most ${deepest}`}</span>
      <span className="dots" aria-hidden="true">
        {Array.from({length: deepest}, (_, index) => (
          <span key={index} className={index < level ? "dot reached" : "dot"} />
        ))}
      </span>
    </p>
  );
}
