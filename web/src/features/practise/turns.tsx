import type {InterviewTurn} from "../../api/interviews";

// What was said, in order.
export function Turns({turns}: {turns: InterviewTurn[]}) {
  return (
    <ol className="turns">
      {turns.map((turn) => (
        <li key={turn.number} className={turn.speaker} id={`turn-${turn.number}`}>
          <p className="who">
            <b>{turn.speaker === "candidate" ? "You" : "Interviewer"}</b>
            {turn.kind === "hint" && " · hint"}
          </p>
          <p className="said">{turn.text === "" ? "(silence)" : turn.text}</p>
          {turn.reason && <p className="who">{turn.reason}</p>}
        </li>
      ))}
    </ol>
  );
}
