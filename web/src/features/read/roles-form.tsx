// Who is who. Never guessed: the person says it.
import {Button, NativeSelect} from "@mantine/core";
import {useState} from "react";
import {useAssignRoles, type Reading, type Role} from "../../api/readings";
import {Trouble} from "../../components/trouble";
import {newKey} from "../../lib/idempotency";
import {amount} from "../../lib/words";

const choices: {value: Role; label: string}[] = [
  {value: "unknown", label: "Choose…"},
  {value: "candidate", label: "Candidate"},
  {value: "interviewer", label: "Interviewer"},
  {value: "other", label: "Somebody else"},
];

export function RolesForm({reading}: {reading: Reading}) {
  const [roles, setRoles] = useState<Role[]>(() => reading.speakers.map(({role}) => role));
  const [told, setTold] = useState("");
  const assign = useAssignRoles(reading.id);
  const name = (index: number) => reading.speakers[index]?.name || `Speaker ${index + 1}, without a name`;

  function submit() {
    if (!roles.includes("candidate")) {
      setTold("Say who the candidate is: only the candidate’s words are read.");
      return;
    }
    setTold("");
    const said = reading.speakers
      .map(({name: speaker}, index) => ({speaker, role: roles[index] ?? "unknown"}))
      .filter(({role}) => role !== "unknown");
    assign.mutate({roles: said, key: newKey()});
  }

  return (
    <form
      className="roles stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2>Who is who?</h2>
      <p className="measure">The file does not say it, and Barometer does not guess.</p>
      <ul>
        {reading.speakers.map((speaker, index) => (
          <li key={index}>
            <div>
              <p className="name">{name(index)}</p>
              <p className="soft small">
                {amount(speaker.turns, "turn")}, {amount(speaker.words, "word")}
              </p>
            </div>
            <NativeSelect
              aria-label={`Role of ${name(index)}`}
              data={choices}
              value={roles[index] ?? "unknown"}
              onChange={(event) => {
                const role = event.currentTarget.value as Role;
                setTold("");
                setRoles((before) => before.map((old, at) => (at === index ? role : old)));
              }}
            />
          </li>
        ))}
      </ul>
      {told && <p role="alert">{told}</p>}
      {assign.isError && <Trouble error={assign.error} />}
      <Button type="submit" loading={assign.isPending}>
        Read it
      </Button>
    </form>
  );
}
