export { hashSource, inlineScripts } from './content-policy';
