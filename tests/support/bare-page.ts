export type Node = string | [tag: string, attributes: Record<string, unknown>, children: Node[]];

const EMPTY = new Set("area br col embed hr img input link meta source track wbr".split(" "));
const DROPPED = new Set(["script", "template", "link", "meta"]);
const NAMES: Record<string, string> = {
  class: "className",
  for: "htmlFor",
  tabindex: "tabIndex",
  colspan: "colSpan",
  rowspan: "rowSpan",
  readonly: "readOnly",
  maxlength: "maxLength",
  minlength: "minLength",
  autocomplete: "autoComplete",
  inputmode: "inputMode",
  datetime: "dateTime",
  enctype: "encType",
  value: "defaultValue",
  checked: "defaultChecked",
  spellcheck: "spellCheck",
};
const SWITCHES = new Set([
  "defaultChecked",
  "disabled",
  "hidden",
  "open",
  "required",
  "readOnly",
  "multiple",
]);

/** What a page's body is made of, from HTML as React writes it: every tag closed, every sign escaped. */
export function treeOf(html: string): Node[] {
  const body = html.slice(html.indexOf("<body"), html.lastIndexOf("</body>"));
  const root: Node[] = [];
  const open: { tag: string; children: Node[] }[] = [{ tag: "", children: root }];
  const pieces = body.matchAll(
    /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>|<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/g,
  );
  for (const [, raw, closing, tag = "", attributes = "", alone, text] of pieces) {
    const inside = open.at(-1);
    if (!inside || raw) continue;
    if (text !== undefined) inside.children.push(unescaped(text));
    else if (tag === "body" || !tag) continue;
    else if (closing) {
      if (open.length > 1 && inside.tag === tag) open.pop();
    } else {
      const children: Node[] = [];
      if (!DROPPED.has(tag)) inside.children.push([tag, propsOf(attributes), children]);
      if (!alone && !EMPTY.has(tag)) open.push({ tag, children });
    }
  }
  return root;
}

function propsOf(attributes: string) {
  const props: Record<string, unknown> = {};
  for (const [, name = "", value] of attributes.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)) {
    const prop = NAMES[name] ?? name;
    if (prop === "style") props.style = styleOf(unescaped(value ?? ""));
    else props[prop] = SWITCHES.has(prop) ? true : unescaped(value ?? "");
  }
  return props;
}

const styleOf = (text: string) =>
  Object.fromEntries(
    text
      .split(";")
      .map((rule) => [rule.slice(0, rule.indexOf(":")), rule.slice(rule.indexOf(":") + 1)])
      .filter(([name]) => name)
      .map(([name = "", value]) => [
        name.startsWith("--")
          ? name
          : name.replace(/-(\w)/g, (_, sign: string) => sign.toUpperCase()),
        value,
      ]),
  );

const SIGNS: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };
const unescaped = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|#x27);/g, (_, sign) => SIGNS[sign] ?? "");
