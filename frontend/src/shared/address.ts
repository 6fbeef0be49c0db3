/** Addresses: only those of this workspace are followed by scripts. */

/** The address if it is of this origin and by http(s), else undefined. */
export function ownAddress(href: string): URL | undefined {
  try {
    const url = new URL(href, document.baseURI);
    return url.origin === window.location.origin ? url : undefined;
  } catch {
    return undefined;
  }
}

/** The source's address filtered as the page is: what the form's fields say, the rest as it was. */
export function withFilter(source: string, query: URLSearchParams, fields: Set<string>): string {
  const url = new URL(source, document.baseURI);
  for (const name of new Set([...fields, ...query.keys()])) url.searchParams.delete(name);
  for (const [name, value] of query) {
    if (!PAGE_ONLY.has(name)) url.searchParams.append(name, value);
  }
  return url.toString();
}

const PAGE_ONLY = new Set(["page", "after", "before", "cursor"]);

/** Reads JSON of this origin; throws an Error with the status when it is not to be had. */
export async function readJson<T>(href: string, signal?: AbortSignal): Promise<T> {
  const headers = { Accept: "application/json" };
  const answer = await fetch(href, { headers, credentials: "same-origin", ...(signal ? { signal } : {}) });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return (await answer.json()) as T;
}
