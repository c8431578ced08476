/** The frozen configuration (`Config` of `@app/config`). */
export const CONFIG = Symbol('Config');
