const MEMBERS = ['advisory', 'package', 'reason', 'expires'];

/** What is wrong with the exceptions of audit-policy.json on the day `today` (2026-11-26), one sentence each. */
export const exceptionFaults = (exceptions, today) =>
  exceptions.flatMap((exception) => {
    const unfit = MEMBERS.filter((name) => typeof exception[name] !== 'string' || exception[name].trim() === '');
    if (unfit.length > 0) return [`An exception without ${unfit.join(', ')}: ${JSON.stringify(exception)}`];
    const { advisory, package: name, expires } = exception;
    if (!isDay(expires)) return [`The exception of ${advisory} for ${name} expires on no day: ${expires}`];
    return expires < today ? [`The exception of ${advisory} for ${name} expired on ${expires}: look at it again`] : [];
  });

/** Whether there is such a day; `Date` takes the 31st of February for one in March. */
function isDay(text) {
  const date = new Date(`${text}T00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/** Whether the finding was looked at and is lived with; `advisory` is the last part of its address, such as GHSA-xxxx-xxxx-xxxx. */
export const isExcepted = ({ name, url }, exceptions) =>
  exceptions.some((exception) => exception.package === name && exception.advisory === url.split('/').at(-1));
