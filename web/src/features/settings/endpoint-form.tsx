// One endpoint that speaks the OpenAI interface: its address, model and secret. The secret never comes back.
import {Button, PasswordInput, TextInput} from "@mantine/core";
import {useId, useState} from "react";
import type {Endpoint, EndpointInput} from "../../api/settings";
import {Trouble} from "../../components/trouble";
import {placeOf, type EndpointPlace} from "../../lib/endpoint-place";

interface Props {
  label: string;
  kept: Endpoint | null;
  example: string;
  busy: boolean;
  error: unknown;
  onSave: (endpoint: EndpointInput | null) => void;
}

export function EndpointForm({label, kept, example, busy, error, onSave}: Props) {
  const id = useId();
  const [url, setUrl] = useState(kept?.url ?? "");
  const [model, setModel] = useState(kept?.model ?? "");
  const [secret, setSecret] = useState("");
  const [wrong, setWrong] = useState("");
  const [opened, setOpened] = useState(kept !== null);
  // A key is for the host and the encryption it was given for: the server drops it when they are others.
  const same = (a: EndpointPlace, b: EndpointPlace) => a.host === b.host && a.encrypted === b.encrypted;
  const keeps = kept?.has_secret && same(placeOf(url), placeOf(kept.url));
  const changed = url !== (kept?.url ?? "") || model !== (kept?.model ?? "") || secret !== "";
  if (!opened) {
    return (
      <Button
        variant="default"
        size="sm"
        onClick={() => setOpened(true)}
        aria-label={`Set up an endpoint: ${label}`}
      >
        Set up an endpoint
      </Button>
    );
  }
  return (
    <form
      className="endpoint stack"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        if (!/^https?:\/\/[!-~]+$/.test(url)) {
          setWrong("An address starts with http:// or https:// and holds no spaces.");
          return;
        }
        onSave({url, model, ...(secret !== "" && {secret})});
      }}
    >
      <TextInput
        label="Address"
        description={`Such as ${example}`}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        value={url}
        error={wrong}
        onChange={(event) => {
          setUrl(event.currentTarget.value);
          setWrong("");
        }}
      />
      <TextInput
        label="Model"
        description="As the endpoint calls it; may be empty"
        autoComplete="off"
        spellCheck={false}
        value={model}
        onChange={(event) => setModel(event.currentTarget.value)}
      />
      <PasswordInput
        label="Key"
        description={keeps ? "One is kept. Leave this empty to keep it." : "If the endpoint asks for one"}
        autoComplete="off"
        value={secret}
        onChange={(event) => setSecret(event.currentTarget.value)}
        visibilityToggleButtonProps={{"aria-label": "Show the key", tabIndex: 0}}
        aria-describedby={id}
      />
      <p className="soft small" id={id}>
        The key is kept by Barometer, sent to this address only, and never shown again.
      </p>
      {error ? <Trouble error={error} /> : null}
      <div className="row">
        <Button type="submit" size="sm" loading={busy} disabled={!changed}>
          Keep it
        </Button>
        {!kept && (
          <Button variant="subtle" size="sm" onClick={() => setOpened(false)}>
            Leave it
          </Button>
        )}
        {kept && (
          <Button
            variant="default"
            size="sm"
            disabled={busy}
            onClick={() => {
              setUrl("");
              setModel("");
              setSecret("");
              onSave(null);
            }}
          >
            Take it away
          </Button>
        )}
      </div>
    </form>
  );
}
