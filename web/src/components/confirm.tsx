// Asks before something that cannot be undone.
import {Button, Modal} from "@mantine/core";
import type {ReactNode} from "react";
import {Trouble} from "./trouble";

interface Props {
  opened: boolean;
  title: string;
  action: string;
  danger?: boolean;
  busy?: boolean;
  disabled?: boolean;
  error?: unknown;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

export function Confirm({
  opened,
  title,
  action,
  danger,
  busy,
  disabled,
  error,
  onConfirm,
  onClose,
  children,
}: Props) {
  return (
    // Composed here because the library's own heading is a second banner of the page.
    <Modal.Root opened={opened} onClose={onClose} centered>
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content>
        <div className="dialog-head">
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label="Close" />
        </div>
        <Modal.Body>
          <div className="stack">
            <div>{children}</div>
            {error ? <Trouble error={error} /> : null}
            <div className="row">
              <Button
                {...(danger && {color: "against"})}
                loading={busy ?? false}
                disabled={disabled ?? false}
                onClick={onConfirm}
              >
                {action}
              </Button>
              <Button variant="default" onClick={onClose} data-autofocus>
                Cancel
              </Button>
            </div>
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
