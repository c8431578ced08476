import { Compose } from './compose';
import { ShownMessages } from './shown-messages';

export const MessagesSection = () => (
  <div className="two">
    <Compose />
    <ShownMessages />
  </div>
);
