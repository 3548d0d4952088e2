// SPDX-License-Identifier: EUPL-1.2
// Passkeys (W3C Web Authentication). Without this script, or without a browser that can do it, one uses a code.

const canDoIt = window.isSecureContext && "credentials" in navigator && "PublicKeyCredential" in window;

function toBytes(text) {
  const padded = text.replace(/-/g, "+").replace(/_/g, "/").padEnd(Math.ceil(text.length / 4) * 4, "=");
  return Uint8Array.from(atob(padded), (letter) => letter.charCodeAt(0));
}

function toText(buffer) {
  const letters = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

// The fields that the server sends as text and the browser wants as bytes.
function withBytes({ publicKey }) {
  const options = { ...publicKey, challenge: toBytes(publicKey.challenge) };
  if (options.user) options.user = { ...options.user, id: toBytes(options.user.id) };
  for (const list of ["excludeCredentials", "allowCredentials"]) {
    options[list] = (options[list] ?? []).map((known) => ({ ...known, id: toBytes(known.id) }));
  }
  return { publicKey: options };
}

// And the way back.
function asText(credential) {
  const { response } = credential;
  const told = { clientDataJSON: toText(response.clientDataJSON) };
  for (const field of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (response[field]) told[field] = toText(response[field]);
  }
  if (response.getTransports) told.transports = response.getTransports();
  return JSON.stringify({
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: told,
  });
}

function optionsInPage() {
  return JSON.parse(document.getElementById("passkey-options").textContent);
}

const ways = {
  // A passkey must be found without an address and must prove who holds it: then it counts as both steps.
  async create() {
    const options = withBytes(optionsInPage().creation_options);
    options.publicKey.authenticatorSelection = {
      ...options.publicKey.authenticatorSelection,
      residentKey: "required",
      requireResidentKey: true,
      userVerification: "required",
    };
    return navigator.credentials.create(options);
  },
  async get() {
    return navigator.credentials.get(withBytes(optionsInPage().request_options));
  },
  async login(form) {
    const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    const { request_options: options } = await answer.json();
    return navigator.credentials.get(withBytes(options));
  },
};

function listen(form) {
  const problem = document.querySelector("[data-passkey-error]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    problem.hidden = true;
    try {
      form.elements.credential.value = asText(await ways[form.dataset.passkeyForm](form));
      form.submit();
    } catch (error) {
      problem.hidden = false;
    }
  });
}

if (canDoIt) {
  for (const part of document.querySelectorAll("[data-passkey]")) part.hidden = false;
  for (const part of document.querySelectorAll("[data-passkey-missing]")) part.hidden = true;
  for (const form of document.querySelectorAll("[data-passkey-form]")) listen(form);
}
