import "./settings.css";
import {NativeSelect, Radio} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {packsQuery} from "../../api/packs";
import {
  dataQuery,
  exportDataPath,
  keeping,
  settingsQuery,
  useReplaceSettings,
  type DataOverview,
  type Settings,
  type SettingsInput,
} from "../../api/settings";
import {Loaded} from "../../components/loaded";
import {PageHead} from "../../components/page-head";
import {useThemeChoice, type Theme} from "../../components/theme-choice";
import {Trouble} from "../../components/trouble";
import {amount, sayBytes} from "../../lib/words";
import {EndpointForm} from "./endpoint-form";
import {Erase} from "./erase";
import {SignOut} from "./sign-out";

const storeNames: Record<DataOverview["store"], string> = {
  sqlite: "One file on this machine",
  postgresql: "A PostgreSQL database",
  memory: "Memory only: gone when Barometer stops",
};

function Leaves({data}: {data: DataOverview}) {
  const leaving = data.leaves_the_machine;
  return (
    <div className={leaving.length > 0 ? "leaves some" : "leaves"}>
      {leaving.length === 0 ? (
        <p>Nothing. Reading and practising need no network, and Barometer sends nothing by itself.</p>
      ) : (
        <ul className="stack tight">
          {leaving.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function PackChoice({
  settings,
  onChange,
  busy,
}: {
  settings: Settings;
  onChange: (pack: string) => void;
  busy: boolean;
}) {
  const packs = useQuery(packsQuery);
  return (
    <Loaded query={packs}>
      {(list) => {
        const usable = list.filter(({problem}) => problem === null);
        const broken = list.filter(({problem}) => problem !== null);
        return (
          <div className="stack">
            <NativeSelect
              label="Pack for new interviews, readings and stories"
              description="A pack is a set of principles with its questions. “barometer pack new” makes one of your own."
              maw={560}
              disabled={busy}
              value={settings.pack}
              onChange={(event) => onChange(event.currentTarget.value)}
              data={usable.map(({id, title, principles}) => ({
                value: id,
                label: `${title}: ${amount(principles, "principle")}`,
              }))}
            />
            {broken.map(({id, problem}) => (
              <p key={id} className="small">
                <strong>{id}</strong> cannot be used: {problem}
              </p>
            ))}
          </div>
        );
      }}
    </Loaded>
  );
}

function Sections({settings}: {settings: Settings}) {
  const {theme, choose} = useThemeChoice();
  const data = useQuery(dataQuery);
  const pack = useReplaceSettings();
  const speech = useReplaceSettings();
  const reader = useReplaceSettings();
  const kept = keeping(settings);
  const change = (with_: typeof pack, next: Partial<SettingsInput>) => with_.mutate({...kept, ...next});
  return (
    <div className="settings">
      <section aria-labelledby="leaves">
        <h2 id="leaves">What leaves this machine</h2>
        <Loaded query={data}>{(loaded) => <Leaves data={loaded} />}</Loaded>
      </section>
      <section aria-labelledby="look">
        <h2 id="look">Theme</h2>
        <Radio.Group
          name="theme"
          value={theme}
          onChange={(value) => choose(value as Theme)}
          aria-labelledby="look"
        >
          <div className="row">
            <Radio value="system" label="As the system" />
            <Radio value="light" label="Light" />
            <Radio value="dark" label="Dark" />
          </div>
        </Radio.Group>
      </section>
      <section aria-labelledby="pack">
        <h2 id="pack">Pack</h2>
        <PackChoice settings={settings} busy={pack.isPending} onChange={(id) => change(pack, {pack: id})} />
        {pack.isError && <Trouble error={pack.error} />}
      </section>
      <section aria-labelledby="speech">
        <h2 id="speech">Speech to text</h2>
        <div className="stack">
          <p className="measure">
            An OpenAI-compatible endpoint for your recorded answers. With a server on this machine the sound
            stays here; with any other address it goes there, and nowhere else. Without one you write, or use
            what your browser has.
          </p>
          <details>
            <summary className="soft">How to run one on this machine</summary>
            <p className="measure">
              whisper.cpp:{" "}
              <code>whisper-server -m MODEL --convert --inference-path /v1/audio/transcriptions</code>, then
              the address is <code>http://127.0.0.1:8080/v1</code>. speaches and other OpenAI-compatible
              servers need no more than their address and model.
            </p>
          </details>
          <EndpointForm
            key={`speech-${settings.speech?.url}`}
            label="Speech to text"
            kept={settings.speech}
            example="http://127.0.0.1:8080/v1"
            busy={speech.isPending}
            error={speech.error}
            onSave={(endpoint) => change(speech, {speech: endpoint})}
          />
        </div>
      </section>
      <section aria-labelledby="reader">
        <h2 id="reader">Second reader</h2>
        <div className="stack">
          <p className="measure">
            A language model that is to read beside the built-in reader. Barometer keeps the address, and
            sends nothing there yet.
          </p>
          <EndpointForm
            key={`reader-${settings.reader?.url}`}
            label="Second reader"
            kept={settings.reader}
            example="http://127.0.0.1:11434/v1"
            busy={reader.isPending}
            error={reader.error}
            onSave={(endpoint) => change(reader, {reader: endpoint})}
          />
        </div>
      </section>
      <section aria-labelledby="data">
        <h2 id="data">Your data</h2>
        <Loaded query={data}>
          {(loaded) => (
            <>
              <dl className="facts">
                <dt>Kept in</dt>
                <dd>{storeNames[loaded.store]}</dd>
                {loaded.place && (
                  <>
                    <dt>Place</dt>
                    <dd>
                      <code>{loaded.place}</code>
                    </dd>
                  </>
                )}
                <dt>Size</dt>
                <dd>{sayBytes(loaded.bytes)}</dd>
                <dt>Holds</dt>
                <dd>
                  {amount(loaded.interviews, "interview")}, {amount(loaded.stories, "story", "stories")},{" "}
                  {amount(loaded.readings, "transcript")}
                </dd>
              </dl>
              <div className="row">
                <a href={exportDataPath} download="barometer.json">
                  Export everything
                </a>
                <Erase />
                <SignOut />
              </div>
            </>
          )}
        </Loaded>
      </section>
    </div>
  );
}

export default function SettingsPage() {
  const settings = useQuery(settingsQuery);
  return (
    <>
      <PageHead title="Settings" />
      <Loaded query={settings}>{(loaded) => <Sections settings={loaded} />}</Loaded>
    </>
  );
}
