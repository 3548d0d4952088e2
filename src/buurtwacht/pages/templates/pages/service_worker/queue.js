{# SPDX-License-Identifier: EUPL-1.2 #}
// ---- A small queue on the device, for receipts that could not be sent -----------------------------------------

function openQueue() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("buurtwacht", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("receipts", { autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function inQueue(mode, work) {
  const database = await openQueue();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction("receipts", mode);
      const request = work(transaction.objectStore("receipts"));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

const enqueue = (receipt) => inQueue("readwrite", (store) => store.add(receipt));
const drop = (key) => inQueue("readwrite", (store) => store.delete(key));

async function waiting() {
  const [keys, receipts] = [
    await inQueue("readonly", (store) => store.getAllKeys()),
    await inQueue("readonly", (store) => store.getAll()),
  ];
  return keys.map((key, index) => [key, receipts[index]]).filter(([, receipt]) => receipt);
}
