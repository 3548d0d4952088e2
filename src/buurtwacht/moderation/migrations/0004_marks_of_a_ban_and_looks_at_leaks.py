# SPDX-License-Identifier: EUPL-1.2

import buurtwacht.lib.ids
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('groups', '0011_hint_counts'),
        ('moderation', '0003_how_a_measure_was_decided'),
        ('reports', '0003_words_of_an_entry_can_be_hidden'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='BanMark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('email', 'Email'), ('phone', 'Phone'), ('person', 'Person')], max_length=6)),
                ('mark', models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name='LeakLook',
            fields=[
                ('id', models.UUIDField(default=buurtwacht.lib.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('reason', models.CharField(choices=[('screenshot', 'A screenshot or a photo of a screen went round'), ('words', 'Words of a report stood somewhere else'), ('print', 'A print was found'), ('spoken', 'Somebody outside the group knew of it')], max_length=12)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('people', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None)),
                ('for_others', models.BooleanField(default=False)),
                ('settled_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['-at'],
            },
        ),
        migrations.CreateModel(
            name='SharedAddress',
            fields=[
                ('id', models.UUIDField(default=buurtwacht.lib.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('noticed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('settled_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['noticed_at'],
            },
        ),
        migrations.RemoveIndex(
            model_name='ban',
            name='ban_email',
        ),
        migrations.RemoveIndex(
            model_name='ban',
            name='ban_phone',
        ),
        migrations.RemoveField(
            model_name='ban',
            name='email_mark',
        ),
        migrations.RemoveField(
            model_name='ban',
            name='phone_mark',
        ),
        migrations.AddField(
            model_name='ban',
            name='lift_asked_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='ban',
            name='lift_asked_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='banmark',
            name='ban',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='marks', to='moderation.ban'),
        ),
        migrations.AddField(
            model_name='leaklook',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='leaklook',
            name='group',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='leak_looks', to='groups.watchgroup'),
        ),
        migrations.AddField(
            model_name='leaklook',
            name='report',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='reports.report'),
        ),
        migrations.AddField(
            model_name='sharedaddress',
            name='ban',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='shared', to='moderation.ban'),
        ),
        migrations.AddField(
            model_name='sharedaddress',
            name='membership',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='groups.membership'),
        ),
        migrations.AddIndex(
            model_name='banmark',
            index=models.Index(fields=['mark'], name='ban_by_mark'),
        ),
        migrations.AddConstraint(
            model_name='banmark',
            constraint=models.UniqueConstraint(fields=('ban', 'kind', 'mark'), name='ban_mark_once'),
        ),
        migrations.AddIndex(
            model_name='leaklook',
            index=django.contrib.postgres.indexes.GinIndex(fields=['people'], name='leak_look_of_person'),
        ),
        migrations.AddConstraint(
            model_name='sharedaddress',
            constraint=models.UniqueConstraint(fields=('ban', 'membership'), name='shared_address_once'),
        ),
    ]
