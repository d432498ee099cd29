// A link to another page that looks like a button.
import {Button, type ButtonProps} from "@mantine/core";
import type {ReactNode} from "react";
import {Link} from "wouter";

export function LinkButton({to, children, ...props}: ButtonProps & {to: string; children: ReactNode}) {
  return (
    <Button component={Link} href={to} {...props}>
      {children}
    </Button>
  );
}
