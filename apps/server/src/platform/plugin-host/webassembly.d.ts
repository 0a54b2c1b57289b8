// Of the WebAssembly JavaScript interface, Node's types declare the types alone.
declare namespace WebAssembly {
  const Memory: new (descriptor: { readonly initial: number; readonly maximum?: number }) => Memory
  const Module: new (bytes: Uint8Array) => Module
}
