// SPDX-License-Identifier: EUPL-1.2
// A photo is made smaller on the phone, so that it also leaves over a slow network. The server makes its own in any case.
const LONGEST = 1600; // pixels
const QUALITY = 0.82;

export async function smaller(file) {
  try {
    const image = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, LONGEST / Math.max(image.width, image.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const made = await new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
    return made && made.size < file.size ? new File([made], "foto.jpg", { type: "image/jpeg" }) : file;
  } catch {
    return file; // a kind that this browser cannot draw, such as HEIC
  }
}
