// Two tellings of a story side by side: what came again, which figures are new and which are gone.
import {NativeSelect} from "@mantine/core";
import {useState} from "react";
import {Link} from "wouter";
import type {Telling} from "../../api/stories";
import {sayMoment} from "../../lib/dates";
import {amount} from "../../lib/words";

function TellingView({telling}: {telling: Telling}) {
  return (
    <article className="telling" aria-label={`Telling ${telling.number + 1}`}>
      <h3>Telling {telling.number + 1}</h3>
      <p className="soft small">
        {sayMoment(telling.created_ms)} · {amount(telling.words, "word")}
        {telling.interview_id && (
          <>
            {" · "}
            <Link href={`/practise/${telling.interview_id}/feedback`}>in an interview</Link>
          </>
        )}
      </p>
      <p className="text">{telling.text}</p>
      <div className="figures">
        {telling.kept !== null && (
          <p>About {Math.round(telling.kept * 10)} in 10 of the words before came again.</p>
        )}
        {telling.kept !== null && telling.numbers.length > 0 && (
          <p>New figures: {telling.numbers.join(", ")}</p>
        )}
        {telling.gone.length > 0 && <p>Figures left out since the one before: {telling.gone.join(", ")}</p>}
      </div>
    </article>
  );
}

export function Tellings({tellings}: {tellings: Telling[]}) {
  const last = tellings.length - 1;
  const [left, setLeft] = useState(Math.max(0, last - 1));
  const [right, setRight] = useState(last);
  const choices = tellings.map(({number}) => ({value: String(number), label: `Telling ${number + 1}`}));
  const shown = [...new Set([left, right])]
    .map((number) => tellings[number])
    .filter((one) => one !== undefined);
  return (
    <>
      {tellings.length > 2 && (
        <div className="row">
          <NativeSelect
            label="Compare"
            data={choices}
            value={String(left)}
            onChange={(event) => setLeft(Number(event.currentTarget.value))}
          />
          <NativeSelect
            label="with"
            data={choices}
            value={String(right)}
            onChange={(event) => setRight(Number(event.currentTarget.value))}
          />
        </div>
      )}
      <div className="tellings">
        {shown.map((telling) => (
          <TellingView key={telling.number} telling={telling} />
        ))}
      </div>
    </>
  );
}
