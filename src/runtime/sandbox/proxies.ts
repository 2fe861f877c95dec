import { define } from "#runtime/sandbox/harden.ts";

/**
 * Replaces `Proxy` by a function that makes the same and remembers it, for nothing in the language tells a proxy from what it stands
 * for without calling its handler. Before the language is frozen.
 * @returns whether an object is a proxy that was made from here on
 */
export function watchProxies(): (object: object) => boolean {
  const made = new WeakSet();
  const Own = Proxy;
  const remember = <Made extends object>(proxy: Made): Made => {
    made.add(proxy);
    return proxy;
  };
  const watched = new Own(Own, {
    construct: (target, args, newTarget) => remember(Reflect.construct(target, args, newTarget) as object),
  });
  const { revocable } = Own;
  Reflect.defineProperty(Own, "revocable", {
    value: function (target: object, handler: ProxyHandler<object>) {
      const made = revocable(target, handler);
      remember(made.proxy);
      return made;
    },
    writable: true,
    configurable: true,
  });
  define("Proxy", watched);
  return (object) => made.has(object);
}
