// Set-up in three choices, each with a usual answer; and the date of the real interview, if there is one.
import "./practise.css";
import {Button, Checkbox, Radio, TextInput} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {useState} from "react";
import {Link, useLocation, useSearch} from "wouter";
import {interviewsQuery, useCreateInterview, type InterviewSetup} from "../../api/interviews";
import {packQuery} from "../../api/packs";
import {planQuery, useSetPlan} from "../../api/progress";
import {settingsQuery} from "../../api/settings";
import {Loaded} from "../../components/loaded";
import {Nudge} from "../../components/nudge";
import {PageHead} from "../../components/page-head";
import {Trouble} from "../../components/trouble";
import {sayDistance, sayMoment, toDay} from "../../lib/dates";
import {newKey} from "../../lib/idempotency";

const lengths = [
  {value: "short", label: "Short", description: "One question"},
  {value: "usual", label: "Usual", description: "Three questions"},
  {value: "long", label: "Long", description: "Five questions"},
];
const probings = [
  {value: "gentle", label: "Gentle", description: "Up to three follow-ups, and it moves on soon"},
  {value: "usual", label: "Usual", description: "Up to five follow-ups on a question"},
  {value: "hard", label: "Hard", description: "Up to five, and it keeps asking"},
];

function OneOf({
  name,
  label,
  options,
  value,
  onChange,
}: {
  name: string;
  label: string;
  options: typeof lengths;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <Radio.Group name={name} value={value} onChange={onChange} aria-label={label}>
      <div className="options three">
        {options.map((option) => (
          <Radio key={option.value} {...option} />
        ))}
      </div>
    </Radio.Group>
  );
}

function PlannedDate({value, onChange}: {value: string; onChange: (value: string) => void}) {
  const today = toDay(new Date());
  return (
    <TextInput
      type="date"
      label="When is your interview?"
      description={
        value && value >= today
          ? `${sayDistance(today, value)}. Practice is spaced backwards from it.`
          : "If there is a date, practice is spaced backwards from it. You may leave this empty."
      }
      min={today}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      maw={320}
    />
  );
}

export default function SetupPage() {
  const asked = new URLSearchParams(useSearch()).get("principles");
  const [, go] = useLocation();
  const {data: settings} = useQuery(settingsQuery);
  const pack = useQuery({...packQuery(settings?.pack ?? ""), enabled: settings !== undefined});
  const {data: plan} = useQuery(planQuery);
  const {data: interviews} = useQuery(interviewsQuery);
  const create = useCreateInterview();
  const setPlan = useSetPlan();
  const [which, setWhich] = useState<"surprise" | "choose">(asked ? "choose" : "surprise");
  const [chosen, setChosen] = useState<string[]>(asked ? asked.split(",") : []);
  const [length, setLength] = useState("usual");
  const [probing, setProbing] = useState("usual");
  const [date, setDate] = useState<string | null>(null);
  const [key, setKey] = useState(newKey);
  const [unchosen, setUnchosen] = useState(false);
  const running = interviews?.find(({status}) => status === "running");
  const plannedDate = date ?? plan?.interview_date ?? "";

  function start() {
    if (which === "choose" && chosen.length === 0) {
      setUnchosen(true);
      return;
    }
    const setup = {
      ...(settings && {pack: settings.pack}),
      principles: which === "choose" ? chosen : [],
      length,
      probing,
    } as InterviewSetup;
    if (date !== null && date !== (plan?.interview_date ?? "") && settings) {
      setPlan.mutate({date: date || null, pack: settings.pack});
    }
    create.mutate(
      {setup, key},
      {
        onSuccess: ({id}) => {
          setKey(newKey());
          go(`/practise/${id}`);
        },
        onError: (error) => {
          // Another try with the same choices is the same wish, unless the server refused it.
          if (!(error instanceof Error && "isPassing" in error && error.isPassing)) setKey(newKey());
        },
      },
    );
  }

  return (
    <>
      <PageHead title="Practise">
        A mock interview on this machine. It asks one question, listens, and asks after what is missing.
        Feedback comes when it is over.
      </PageHead>
      <div className="stack">
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
      <form
        className="setup section"
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
      >
        <fieldset className="choice">
          <legend>
            <span className="number">1</span>What about
          </legend>
          <Radio.Group
            name="which"
            value={which}
            onChange={(value) => {
              setWhich(value as typeof which);
              setUnchosen(false);
            }}
            aria-label="What about"
          >
            <div className="options">
              <Radio
                value="surprise"
                label="Surprise me"
                description="Leans to what is weak, or was not asked for long"
              />
              <Radio value="choose" label="Let me choose the principles" />
            </div>
          </Radio.Group>
          {which === "choose" && (
            <Loaded query={pack}>
              {({principles, title}) => (
                <Checkbox.Group
                  value={chosen}
                  onChange={(value) => {
                    setChosen(value);
                    setUnchosen(false);
                  }}
                  aria-label={`Principles of ${title}`}
                  error={unchosen && "Choose at least one principle, or let it surprise you."}
                >
                  <div className="principles">
                    {principles.map(({id, name}) => (
                      <Checkbox key={id} value={id} label={name} />
                    ))}
                  </div>
                </Checkbox.Group>
              )}
            </Loaded>
          )}
        </fieldset>
        <fieldset className="choice">
          <legend>
            <span className="number">2</span>How long
          </legend>
          <OneOf name="length" label="How long" options={lengths} value={length} onChange={setLength} />
        </fieldset>
        <fieldset className="choice">
          <legend>
            <span className="number">3</span>How hard it may probe
          </legend>
          <OneOf
            name="probing"
            label="How hard it may probe"
            options={probings}
            value={probing}
            onChange={setProbing}
          />
        </fieldset>
        <div className="choice">
          <PlannedDate value={plannedDate} onChange={setDate} />
        </div>
        <div className="setup-go stack">
          {create.isError && <Trouble error={create.error} />}
          <Button type="submit" size="lg" loading={create.isPending}>
            Begin the interview
          </Button>
          <p className="soft small">
            You can stop at any time and go on later. Everything you write is kept as you type.
          </p>
        </div>
      </form>
    </>
  );
}
