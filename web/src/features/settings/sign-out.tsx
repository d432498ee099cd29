import {Button} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {sessionQuery, useCloseSession} from "../../api/session";
import {Trouble} from "../../components/trouble";

// Only where the server asks for a secret.
export function SignOut() {
  const session = useQuery(sessionQuery);
  const close = useCloseSession();
  if (!session.data?.asks_for_secret) return null;
  return (
    <>
      <Button variant="default" size="sm" loading={close.isPending} onClick={() => close.mutate()}>
        Sign out of this browser
      </Button>
      {close.isError && <Trouble error={close.error} />}
    </>
  );
}
