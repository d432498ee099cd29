// Server-sent events of one name, decoded. The browser reconnects by itself; `onLost` tells when it gave up.

export interface EventStream {
  close: () => void;
}

export function watchEvents<T>(
  path: string,
  name: string,
  onEvent: (data: T) => void,
  onLost: () => void,
): EventStream {
  // eslint-disable-next-line no-restricted-globals -- the one place
  const source = new EventSource(path);
  source.addEventListener(name, (event) => {
    try {
      onEvent(JSON.parse((event as MessageEvent<string>).data) as T);
    } catch {
      onLost();
    }
  });
  source.addEventListener("error", () => {
    if (source.readyState === source.CLOSED) onLost();
  });
  return {close: () => source.close()};
}
