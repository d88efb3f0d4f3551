import type { ItemStore } from '#shared/ports/item-store.ts';
import type { MessageQueue } from '#shared/ports/message-bus.ts';
import type { MemoryObjectStore } from '#test/support/memory-object-store.ts';
import type { Gate } from './scheduler.ts';

/** The store with an await point in front of every call. */
export function gatedStore(gate: Gate, name: string, store: ItemStore): ItemStore {
  return {
    get: (key) => gate(`${name}.get`, () => store.get(key)),
    put: (item, condition) => gate(`${name}.put`, () => store.put(item, condition)),
    query: (range) => gate(`${name}.query`, () => store.query(range)),
  };
}

/** The bucket with an await point in front of every call. */
export function gatedObjects(gate: Gate, name: string, store: MemoryObjectStore): MemoryObjectStore {
  return {
    putIfAbsent: (object) => gate(`${name}.putIfAbsent`, () => store.putIfAbsent(object)),
    get: (key) => gate(`${name}.get`, () => store.get(key)),
    list: (prefix, after) => gate(`${name}.list`, () => store.list(prefix, after)),
    presignPut: (request) => gate(`${name}.presignPut`, () => store.presignPut(request)),
    presignGet: (request) => gate(`${name}.presignGet`, () => store.presignGet(request)),
    remove: (key) => gate(`${name}.remove`, () => store.remove(key)),
    upload: (invitation, bytes) => gate(`${name}.upload`, () => store.upload(invitation, bytes)),
  };
}

/** The queue's sending end with an await point in front of it. */
export function gatedQueue(gate: Gate, name: string, queue: MessageQueue): MessageQueue {
  return { send: (body, options) => gate(`${name}.send`, () => queue.send(body, options)) };
}
