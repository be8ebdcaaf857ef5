# One image for web, worker, beat and migrate; docker-compose.yml says what each runs.

# npm is only needed here: the design system is a folder of CSS and fonts.
FROM node:24-slim AS design-system
WORKDIR /portal
COPY package.json package-lock.json .npmrc ./
RUN npm ci

FROM python:3.12-slim AS build
WORKDIR /portal
RUN python -m venv .venv
COPY requirements.txt constraints.txt ./
RUN .venv/bin/python -m pip install --no-cache-dir --quiet --requirement requirements.txt
COPY . .
COPY --from=design-system /portal/node_modules/qc-trousse-sdg/dist node_modules/qc-trousse-sdg/dist
RUN .venv/bin/python -m babel.messages.frontend compile --directory=locale --domain=django \
 && SECRET_KEY=unused VAR_DIR=/tmp/var .venv/bin/python manage.py collectstatic --no-input --verbosity=0 \
 && mkdir -p var/archive

FROM python:3.12-slim
RUN useradd --system --uid 10001 portal
WORKDIR /portal
COPY --from=build /portal .
RUN chown -R portal var
USER portal
ENV PATH=/portal/.venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
EXPOSE 8000
CMD ["gunicorn", "imt.wsgi", "--bind=0.0.0.0:8000", "--threads=4", "--worker-tmp-dir=/dev/shm", "--log-level=warning"]
