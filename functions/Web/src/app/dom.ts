// Elements are made from values, never from markup: nothing that a person or the API wrote is ever parsed as HTML.
type Child = Node | string | number | null | undefined | false;
type Attributes = Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>;

export function h<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  append(element, children);
  return element;
}

function append(parent: Node, children: Child[]): void {
  for (const child of children)
    if (child !== null && child !== undefined && child !== false) parent.appendChild(child instanceof Node ? child : document.createTextNode(String(child)));
}

export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no element '${id}'.`);
  return element as T;
}

export function fill(parent: HTMLElement, ...children: Child[]): void {
  parent.replaceChildren();
  append(parent, children);
}

/** Says something to a screen reader without moving the focus. */
export function announce(text: string): void {
  byId('status').textContent = text;
}

/** An SVG of the API as part of the page, so that its texts are texts; scripts and links in it are dropped. */
export function svg(markup: string, label: string): SVGSVGElement | null {
  const parsed = new DOMParser().parseFromString(markup, 'image/svg+xml').documentElement;
  if (!(parsed instanceof SVGSVGElement)) return null;
  for (const bad of parsed.querySelectorAll('script, foreignObject, a, use, image, style')) bad.remove();
  for (const element of [parsed, ...parsed.querySelectorAll('*')])
    for (const attribute of [...element.attributes]) if (attribute.name.startsWith('on') || attribute.name === 'style') element.removeAttribute(attribute.name);
  parsed.setAttribute('role', 'img');
  parsed.setAttribute('aria-label', label);
  parsed.removeAttribute('width');
  parsed.removeAttribute('height');
  parsed.classList.add('h-auto', 'w-full');
  return document.importNode(parsed, true) as SVGSVGElement;
}

export function debounce<T extends unknown[]>(action: (...args: T) => void, milliseconds: number): (...args: T) => void {
  let timer = 0;
  return (...args: T) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...args), milliseconds);
  };
}
