// Where the server asks for its secret: asks the person for it once, and shows the page afterwards.
import {Button, PasswordInput} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {useState, type ReactNode} from "react";
import {asProblem} from "../api/problem";
import {useOpenSession} from "../api/session";
import {settingsQuery} from "../api/settings";
import {PageHead} from "../components/page-head";
import {Trouble} from "../components/trouble";

function AskForSecret() {
  const [secret, setSecret] = useState("");
  const open = useOpenSession();
  const wrong = open.isError && asProblem(open.error).status === 401;
  return (
    <>
      <PageHead title="This server asks for its secret">
        It is in the file that “barometer serve --secret-file” was started with. This browser is then known
        for twelve hours, or until the server ends.
      </PageHead>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          open.mutate(secret);
        }}
      >
        <PasswordInput
          label="Secret"
          autoComplete="current-password"
          maw={480}
          value={secret}
          error={wrong && "This is not the secret that the server was started with."}
          onChange={(event) => setSecret(event.currentTarget.value)}
          visibilityToggleButtonProps={{"aria-label": "Show the secret", tabIndex: 0}}
        />
        {open.isError && !wrong && <Trouble error={open.error} />}
        <div className="row">
          <Button type="submit" loading={open.isPending} disabled={secret === ""}>
            Go on
          </Button>
        </div>
      </form>
    </>
  );
}

export function SecretGate({children}: {children: ReactNode}) {
  const {error} = useQuery(settingsQuery);
  return error && asProblem(error).status === 401 ? <AskForSecret /> : children;
}
