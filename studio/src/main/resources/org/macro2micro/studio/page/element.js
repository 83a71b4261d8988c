// Makes elements. Whatever comes from the service or a person becomes text, never HTML.

/**
 * Makes an HTML element.
 *
 * @param name such as "button"
 * @param properties `class`, `on` (events), `style` and `data` (objects), and properties or attributes by their names; null, undefined and false are left out
 * @param children elements, texts, arrays of them; null, undefined and false are left out
 */
export function el(name, properties = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    set(node, key, value);
  }
  node.append(...kept(children));
  return node;
}

/** Makes an SVG element with attributes. */
export function svg(name, attributes = {}, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) {
    node.setAttribute(key, value);
  }
  node.append(...kept(children));
  return node;
}

/** Replaces what is in an element. */
export function fill(node, ...children) {
  node.replaceChildren(...kept(children));
  return node;
}

/** Makes a button that does not submit. */
export function button(text, run, properties = {}) {
  return el("button", { type: "button", on: { click: run }, ...properties }, text);
}

let lastId = 0;

/** Returns an id that no other element has. */
export function freshId(stem) {
  lastId += 1;
  return `${stem}-${lastId}`;
}

/** Makes a label with its control inside a block. */
export function field(text, control, properties = {}) {
  control.id ||= freshId("field");
  return el("div", { class: "field", ...properties }, el("label", { htmlFor: control.id }, text), control);
}

function kept(children) {
  return children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false);
}

function set(node, key, value) {
  if (value === null || value === undefined || value === false) {
    return;
  }
  if (key === "class") {
    node.className = value;
  } else if (key === "on") {
    Object.entries(value).forEach(([event, run]) => node.addEventListener(event, run));
  } else if (key === "style") {
    Object.entries(value).forEach(([name, text]) => node.style.setProperty(name, text));
  } else if (key === "data") {
    Object.assign(node.dataset, value);
  } else if (key in node && key !== "list") {
    node[key] = value;
  } else {
    node.setAttribute(key, value === true ? "" : value);
  }
}
