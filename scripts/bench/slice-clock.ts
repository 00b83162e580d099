/**
 * Times work that cuts itself into slices: only what it takes from the page's main thread, not what it waits. Runs in the page. A
 * slice ends where the work asks for a later turn, by any of the ways there are, and the next begins with that turn.
 */

export interface Slices {
  /** Milliseconds of each, in order. */
  readonly slices: readonly number[];
}

type Callback = (...args: unknown[]) => unknown;

/** Run some work to its end and time its slices. Nothing else may ask for turns meanwhile. */
export async function timeSlices(work: () => unknown): Promise<Slices> {
  const slices: number[] = [];
  let begun = 0;
  let asked: number | undefined;
  /** When it asks for several turns, the last counts: it goes on working until then. */
  const onAsk = () => {
    asked = performance.now();
  };
  const onTurn = () => {
    if (asked !== undefined) slices.push(asked - begun);
    asked = undefined;
    begun = performance.now();
  };
  const restore = watchTurns(onAsk, onTurn);
  try {
    begun = performance.now();
    await work();
    slices.push(performance.now() - begun);
  } finally {
    restore();
  }
  return { slices };
}

/** Put a bell on every way to ask for a later turn. Gives back how to take them off. */
function watchTurns(onAsk: () => void, onTurn: () => void): () => void {
  const target = globalThis as unknown as Record<string, unknown>;
  const undo: (() => void)[] = [];
  for (const name of ['setTimeout', 'requestIdleCallback', 'requestAnimationFrame']) {
    const original = target[name] as Callback;
    target[name] = (callback: Callback, ...rest: unknown[]) => {
      onAsk();
      return original.call(globalThis, rung(callback), ...rest);
    };
    undo.push(() => {
      target[name] = original;
    });
  }
  const { scheduler } = globalThis as unknown as { scheduler: Record<'yield' | 'postTask', Callback> };
  const { yield: yieldTurn, postTask } = scheduler;
  Object.defineProperty(scheduler, 'yield', {
    configurable: true,
    value: () => {
      onAsk();
      return (yieldTurn.call(scheduler) as Promise<void>).then(onTurn);
    },
  });
  Object.defineProperty(scheduler, 'postTask', {
    configurable: true,
    value: (callback: Callback, ...rest: unknown[]) => {
      onAsk();
      return postTask.call(scheduler, rung(callback), ...rest);
    },
  });
  undo.push(() => {
    Reflect.deleteProperty(scheduler, 'yield');
    Reflect.deleteProperty(scheduler, 'postTask');
  });
  return () => {
    for (const each of undo) each();
  };

  function rung(callback: Callback): Callback {
    return (...args) => {
      onTurn();
      return callback(...args);
    };
  }
}
