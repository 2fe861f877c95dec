export interface FetchOnce<Module> {
  /** What was fetched, or is being fetched. Rejects if it can't be; then the next call tries again. */
  (): Promise<Module>;
  /** Has the next call fetch it anew. */
  forget: () => void;
}

/** Fetches what a widget works with when it is first asked for. */
export function fetchOnce<Module>(load: () => Promise<Module>): FetchOnce<Module> {
  let loading: Promise<Module> | undefined;
  const forget = () => (loading = undefined);
  const fetched = () => {
    if (!loading) {
      loading = load();
      loading.catch(forget);
    }
    return loading;
  };
  return Object.assign(fetched, { forget });
}
