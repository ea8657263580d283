/** Where compiled modules are kept, as `npm start` tells the server. */
export const compileCache = process.env.NODE_COMPILE_CACHE;
