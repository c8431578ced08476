import { enableCompileCache } from 'node:module';

// Imported before what is to be cached. Where the folder for temporary files cannot be written, the program starts without a cache.
enableCompileCache();
