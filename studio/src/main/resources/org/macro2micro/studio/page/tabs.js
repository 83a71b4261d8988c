// Tabs: one panel at a time, chosen by pointer or arrow keys.
import { el, freshId } from "./element.js";

/** Makes tabs of `{title, node}`. Returns the node and `open(index)`. */
export function tabs(label, panels) {
  const buttons = panels.map(({ title, node }, index) => {
    const id = freshId("tab");
    Object.assign(node, { id: freshId("panel") });
    node.setAttribute("role", "tabpanel");
    node.setAttribute("aria-labelledby", id);
    node.tabIndex = -1;
    return el("button", { type: "button", id, role: "tab", "aria-controls": node.id, on: { click: () => open(index) } }, title);
  });
  const list = el("div", { class: "tabs", role: "tablist", "aria-label": label, on: { keydown: turn } }, buttons);

  function open(chosen) {
    const isLeft = panels.some(({ node }, index) => index !== chosen && node.contains(document.activeElement));
    buttons.forEach((tab, index) => {
      tab.setAttribute("aria-selected", String(index === chosen));
      tab.tabIndex = index === chosen ? 0 : -1;
      panels[index].node.hidden = index !== chosen;
    });
    if (isLeft) {
      panels[chosen].node.focus({ preventScroll: true });
    }
  }

  function turn(event) {
    const here = buttons.indexOf(document.activeElement);
    const next = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (here >= 0 && !event.shiftKey && !event.ctrlKey && next !== undefined) {
      event.preventDefault();
      const index = (next + buttons.length) % buttons.length;
      open(index);
      buttons[index].focus();
    }
  }

  open(0);
  return { node: el("div", { class: "tabbed" }, list, panels.map(panel => panel.node)), open };
}
