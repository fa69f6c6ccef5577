"use strict";

// Shows /api/openapi.json. Text always enters as text, never as markup.
const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

const verbs = ["get", "post", "put", "patch", "delete"];
const depthMax = 6;
let contract;

const resolve = schema => {
  const name = schema?.$ref?.split("/").pop();
  return name ? contract.components.schemas[name] : schema;
};

const example = (given, depth = 0) => {
  const schema = resolve(given) ?? {};
  if (schema.examples?.length) return schema.examples[0];
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  const choice = (schema.anyOf ?? schema.oneOf ?? schema.allOf)?.find(option => option.type !== "null");
  if (choice) return example(choice, depth);
  if (depth > depthMax) return null;
  const type = [].concat(schema.type ?? "object").find(one => one !== "null");
  if (type === "object") return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, member]) => [name, example(member, depth + 1)]));
  if (type === "array") return schema.items ? [example(schema.items, depth + 1)] : [];
  return { string: schema.format ?? "text", integer: 0, number: 0, boolean: false }[type] ?? null;
};

const parameterTable = parameters => {
  const head = make("tr", {}, make("th", {}, "name"), make("th", {}, "in"), make("th", {}, "meaning"));
  const rows = parameters.map(one => make("tr", {}, make("td", {}, make("code", {}, one.name + (one.required ? " *" : ""))), make("td", {}, one.in), make("td", {}, one.description ?? "")));
  return make("div", { class: "scroll" }, make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows)));
};

const answers = responses => Object.entries(responses).map(([status, response]) => {
  const [type, content] = Object.entries(response.content ?? {})[0] ?? [];
  const parts = [make("p", {}, make("strong", {}, status), " " + response.description + (type ? " · " + type : ""))];
  if (content?.schema && status < "3") parts.push(make("pre", {}, JSON.stringify(example(content.schema), null, 2)));
  return make("div", {}, ...parts);
});

const tryForm = (path, verb, operation) => {
  const fields = (operation.parameters ?? []).map(one => {
    const input = make("input", { "aria-label": one.name, placeholder: one.name + (one.required ? " *" : ""), autocomplete: "off" });
    return { ...one, input };
  });
  const schema = operation.requestBody?.content?.["application/json"]?.schema;
  const body = schema ? make("textarea", { "aria-label": "request body", spellcheck: "false" }) : null;
  if (body) body.value = JSON.stringify(example(schema), null, 2);
  const output = make("pre", { "aria-live": "polite" });
  const button = make("button", { type: "button" }, "Send");
  button.addEventListener("click", async () => {
    const filled = fields.filter(field => field.input.value !== "");
    const target = filled.filter(field => field.in === "path").reduce((url, field) => url.replace(`{${field.name}}`, encodeURIComponent(field.input.value)), path);
    const query = new URLSearchParams(filled.filter(field => field.in === "query").map(field => [field.name, field.input.value]));
    const headers = Object.fromEntries(filled.filter(field => field.in === "header").map(field => [field.name, field.input.value]));
    if (body) headers["Content-Type"] = "application/json";
    output.textContent = "…";
    try {
      const response = await fetch(target + (query.size ? "?" + query : ""), { method: verb.toUpperCase(), headers, body: body?.value });
      const text = await response.text();
      let shown = text;
      if ((response.headers.get("content-type") ?? "").includes("json") && text) shown = JSON.stringify(JSON.parse(text), null, 2);
      output.textContent = `${response.status} ${response.statusText}\n\n${shown}`;
    } catch (failure) {
      output.textContent = String(failure);
    }
  });
  return make("div", {}, ...fields.map(field => field.input), ...(body ? [body] : []), button, output);
};

const operationView = (path, verb, operation) => {
  const view = make("details", { "data-words": `${verb} ${path} ${operation.summary ?? ""}`.toLowerCase() },
    make("summary", {}, make("b", { class: "verb" }, verb.toUpperCase()), make("code", {}, path), " ", make("span", {}, operation.security ? "signed in" : "")));
  view.addEventListener("toggle", () => {
    if (!view.open || view.querySelector(".body")) return;
    const parts = [make("p", {}, operation.summary ?? "")];
    if (operation.parameters?.length) parts.push(make("h3", {}, "Parameters"), parameterTable(operation.parameters));
    parts.push(make("h3", {}, "Answers"), ...answers(operation.responses), make("h3", {}, "Try"), tryForm(path, verb, operation));
    view.append(make("div", { class: "body" }, ...parts));
  });
  return view;
};

const show = () => {
  document.getElementById("about").textContent = contract.info.description;
  const groups = new Map();
  for (const [path, item] of Object.entries(contract.paths))
    for (const verb of verbs.filter(one => item[one])) {
      const tag = item[verb].tags?.[0] ?? "other";
      groups.set(tag, [...(groups.get(tag) ?? []), operationView(path, verb, item[verb])]);
    }
  const sections = [...groups].sort(([a], [b]) => a.localeCompare(b)).map(([tag, views]) => make("section", {}, make("h2", {}, tag), ...views));
  document.getElementById("operations").replaceChildren(...sections);
};

const search = words => {
  for (const view of document.querySelectorAll("details")) view.hidden = !words.every(word => view.dataset.words.includes(word));
  for (const section of document.querySelectorAll("section")) section.hidden = !section.querySelector("details:not([hidden])");
};

document.getElementById("search").addEventListener("input", event => search(event.target.value.toLowerCase().split(/\s+/).filter(Boolean)));

fetch("/api/openapi.json").then(response => response.json()).then(json => { contract = json; show(); })
  .catch(failure => { document.getElementById("operations").textContent = `The document could not be loaded: ${failure}`; });
