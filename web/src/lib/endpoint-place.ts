// Where what is sent to an endpoint goes.

export interface EndpointPlace {
  host: string; // with its port where the address tells one
  sameMachine: boolean; // as the server
  encrypted: boolean;
}

export function placeOf(address: string): EndpointPlace {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return {host: address, sameMachine: false, encrypted: false};
  }
  const {host, hostname, protocol} = url;
  const sameMachine =
    /^127(\.\d+){3}$/.test(hostname) || /(^|\.)localhost$/.test(hostname) || hostname === "[::1]";
  return {host, sameMachine, encrypted: protocol === "https:"};
}
