# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models

# A fresh random value, not a counter: a counter that is rolled back would come again with other borders.
MAKE = """
CREATE FUNCTION places_new_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO places_mapversion (id, value) VALUES (1, gen_random_uuid())
        ON CONFLICT (id) DO UPDATE SET value = excluded.value;
    RETURN NULL;
END $$;
CREATE TRIGGER places_area_changed AFTER INSERT OR UPDATE OR DELETE ON places_area
    FOR EACH STATEMENT EXECUTE FUNCTION places_new_version();
INSERT INTO places_mapversion (id, value) VALUES (1, gen_random_uuid());
"""
DROP = """
DROP TRIGGER places_area_changed ON places_area;
DROP FUNCTION places_new_version();
"""


class Migration(migrations.Migration):
    dependencies = [("places", "0003_landmark")]

    operations = [
        migrations.CreateModel(
            name="MapVersion",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("value", models.UUIDField()),
            ],
        ),
        migrations.AlterField(
            model_name="area", name="updated_at", field=models.DateTimeField(auto_now=True)
        ),
        migrations.RunSQL(MAKE, DROP),
    ]
