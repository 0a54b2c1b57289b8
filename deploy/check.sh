#!/bin/sh
# Does by hand what the Dockerfile says, where there is no container engine: copies what it copies, installs what it
# installs, and runs the server and the command line from there. Needs Node 26 and the address of an empty database:
#   deploy/check.sh postgres://lessor:secret@localhost:5432/empty
set -eu
database=${1:?the address of an empty PostgreSQL database}
cd "$(dirname "$0")/.."
image=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$image"' EXIT

# Every COPY that doesn't come from another stage: sources, then the folder they go to.
grep '^COPY ' deploy/Dockerfile | grep -v -- '--from' | while read -r _ paths; do
  to=$image/${paths##* }
  for path in ${paths% *}; do
    mkdir -p "$to"
    if [ -d "$path" ]; then cp -R "$path/." "$to/"; else cp "$path" "$to/"; fi
  done
done
find "$image" \( -name '*.test.ts' -o -name testing.ts \) -delete

install=$(grep -o 'npm ci [^&\]*' deploy/Dockerfile | head -1)
(cd "$image" && $install)
echo "installed: $(du -sh "$image" | cut -f1)"

export DATABASE_URL=$database SERVER_PORT=28099 LOG_FORMAT=json NODE_ENV=production
JWT_SECRET=$(head -c 48 /dev/urandom | base64 -w 0)
LESSOR_SECRETS_KEYS="1:$(head -c 32 /dev/urandom | base64 -w 0)"
LESSOR_BOOTSTRAP_ADMIN_PASSWORD=$(head -c 15 /dev/urandom | base64)
export JWT_SECRET LESSOR_SECRETS_KEYS LESSOR_BOOTSTRAP_ADMIN_PASSWORD
cd "$image"
node apps/server/src/main.ts &
server=$!
health=$(sed -n 's/.*CMD \["node", "-e", "\(.*\)"\]/\1/p' "$OLDPWD/deploy/Dockerfile")
tries=0
until node -e "$health"; do
  tries=$((tries + 1))
  kill -0 "$server" && [ "$tries" -lt 60 ] || { echo 'The server is not healthy.'; exit 1; }
  sleep 1
done
node apps/cli/src/main.ts code issue --days 1
node apps/cli/src/main.ts audit verify
kill -TERM "$server"
wait "$server"
server=
echo 'The image would serve.'
